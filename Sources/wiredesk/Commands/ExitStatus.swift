import ArgumentParser
import WiredeskModel

/// The exit codes that scripts may rely on; those from 64 on are those of BSD's `sysexits.h`.
enum ExitStatus {
    static let someFailed = ExitCode(1)
    static let usage = ExitCode(64)
    static let badInput = ExitCode(65)
    static let unavailable = ExitCode(69)
    static let tryAgain = ExitCode(75)
    static let interrupted = ExitCode(130)

    /// What a failed article says about the whole, when it was the only one.
    static func status(of error: WiredeskError) -> ExitCode {
        switch error.code {
        case .badOption, .unknownOption, .unsupportedCharset: usage
        case .emptyArticle, .notText, .articleTooLarge, .badBody: badInput
        case .unreachable, .connectionLost, .badReply, .badPreface, .unsupportedVersion, .unauthenticated, .tlsFailed:
            unavailable
        case .cancelled: interrupted
        case .deadlineExceeded: tryAgain
        default: error.isRetryable ? tryAgain : someFailed
        }
    }

    /// One status for several inputs: that of all when they agree, else `someFailed`.
    static func combined(_ statuses: [ExitCode]) -> ExitCode {
        guard let first = statuses.first else { return .success }
        return statuses.allSatisfy { $0 == first } ? first : someFailed
    }
}
