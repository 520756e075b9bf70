import Logging
import WiredeskEngine
import WiredeskModel
import WiredeskProtocol
import WiredeskTransport

extension Server {
    /// An article that comes another way than over a connection of the protocol.
    package struct Submission: Sendable {
        /// Bytes as they came.
        package var wireLength: Int
        /// Takes them apart, on a worker.
        package var open: @Sendable () throws(WiredeskError) -> (options: AnalysisOptions, article: [UInt8])
        /// Who waits for it, in the log.
        package var peer: String
        /// Whose turn it takes in the queue.
        package var owner: ObjectIdentifier
        package var priority = JobPriority.normal
        /// How long the caller waits; nil for as long as it takes.
        package var deadline: Duration?
        /// What the caller has shown that it holds.
        package var token: Token?
        /// The caller's W3C trace context.
        package var trace: String?

        package init(
            wireLength: Int, peer: String, owner: ObjectIdentifier,
            open: @escaping @Sendable () throws(WiredeskError) -> (options: AnalysisOptions, article: [UInt8])
        ) {
            self.wireLength = wireLength
            self.peer = peer
            self.owner = owner
            self.open = open
        }
    }

    /// Puts an article through the same admission, queue, limits and counters as every request.
    ///
    /// - Parameter onEnd: takes the outcome exactly once, on a worker or wherever it is known first.
    /// - Returns: stops the work when nobody waits for it any more.
    @discardableResult
    package func analyze(
        _ submission: Submission, onEnd: @escaping @Sendable (Result<Analysis, WiredeskError>) -> Void
    ) -> Interruption.Cancellation {
        counters.requests.increment()
        counters.inFlight.increment()
        let startedAt = ContinuousClock.now
        let cancellation = Interruption.Cancellation()
        let answer = SingleAnswer { [self] outcome in
            onEnd(outcome)
            var code: ErrorCode?
            if case .failure(let error) = outcome {
                code = error.code
                note(error, peer: submission.peer, token: submission.token, trace: submission.trace)
            }
            counters.finish(code, microseconds: startedAt.microsecondsSince)
        }
        if let deadline = submission.deadline {
            answer.timer = TimerWheel.shared.schedule(after: deadline, on: queues.next()) {
                cancellation.cancel()
                answer.give(.failure(WiredeskError(.deadlineExceeded, "not done within \(deadline)")))
            }
        }
        do throws(WiredeskError) {
            if isDraining { throw WiredeskError(.goingAway, "the server is shutting down") }
            let deadline = submission.deadline.map { ContinuousClock.now + $0 }
            try admit(
                Workshop.Job(
                    bytes: submission.wireLength, priority: submission.priority,
                    interruption: Interruption(deadline: deadline, cancellation: cancellation),
                    owner: submission.owner, open: submission.open, onEnd: { answer.give($0) }),
                token: submission.token, wireLength: submission.wireLength)
        } catch {
            answer.give(.failure(error))
        }
        return cancellation
    }

    /// Counts a request against its token's rates and puts it into the queue, or throws `busy`.
    func admit(_ job: Workshop.Job, token: Token?, wireLength: Int) throws(WiredeskError) {
        if let token {
            do throws(WiredeskError) {
                try access.admit(token, bytes: wireLength)
            } catch {
                counters.reject(.tokenRate)
                throw error
            }
        }
        try workshop.submit(job)
    }

    /// Logs why a request failed.
    func note(_ error: WiredeskError, peer: String, token: Token?, trace: String?, id: UInt64? = nil) {
        var metadata: Logger.Metadata = [
            "peer": "\(peer)", "code": "\(error.code.name)", "message": "\(LogText.safe(error.message))",
        ]
        if let id { metadata["id"] = "\(id)" }
        if let token { metadata["token"] = "\(token.name)" }
        if let stage = error.stage { metadata["stage"] = "\(stage.rawValue)" }
        if let trace { metadata["trace"] = "\(LogText.safe(trace, limit: FrameLimits.traceBytes))" }
        logger.notice("request failed", metadata: metadata)
    }
}
