import WiredeskModel

extension WiredeskError {
    /// The status of HTTP (RFC 9110, RFC 6585) that comes closest.
    var httpStatus: Int {
        switch code {
        case .unauthenticated: 401
        case .articleTooLarge, .frameTooLarge: 413
        case .emptyArticle, .notText: 422
        case .busy where isOverOwnRate: 429
        case .busy, .goingAway, .tooManyConnections: 503
        case .deadlineExceeded: 504
        case .internalError, .cancelled: 500
        default: 400
        }
    }
}
