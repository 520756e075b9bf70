import WiredeskModel

/// What a request is answered with.
struct HTTPAnswer: Sendable {
    var status: Int
    var headers: [(String, String)]
    var body: [UInt8]

    init(status: Int = 200, type: String, headers: [(String, String)] = [], body: [UInt8]) {
        self.status = status
        self.headers = [("Content-Type", type)] + headers
        self.body = body
    }

    /// A line of text, for probes.
    init(status: Int = 200, text: String) {
        self.init(status: status, type: "text/plain; charset=utf-8", body: Array((text + "\n").utf8))
    }

    /// What became of an article: the record that a batch job writes for it.
    ///
    /// - Parameter status: in place of the one that is the error's.
    init(id: RecordID?, _ outcome: Result<Analysis, WiredeskError>, status: Int? = nil) {
        self.init(type: "application/json", body: AnswerRecord(id: id, outcome).line)
        guard case .failure(let error) = outcome else { return }
        self.status = status ?? error.httpStatus
        if let milliseconds = error.retryAfterMilliseconds {
            headers.append(("Retry-After", String((milliseconds + 999) / 1000)))
        }
        if self.status == 401 { headers.append(("WWW-Authenticate", "Bearer")) }
    }

    /// An error that the article's analysis has no part in.
    init(_ error: WiredeskError, status: Int? = nil, headers: [(String, String)] = []) {
        self.init(id: nil, .failure(error), status: status)
        self.headers += headers
    }

    static func tooLarge(_ limit: Int) -> HTTPAnswer {
        HTTPAnswer(WiredeskError(.articleTooLarge, "a body of more than \(limit) bytes"))
    }
}
