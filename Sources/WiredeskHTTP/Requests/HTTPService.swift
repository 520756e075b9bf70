import NIOCore
import NIOHTTP1
import WiredeskEngine
import WiredeskModel
import WiredeskProtocol
import WiredeskServer
import WiredeskTransport

/// What the HTTP port answers.
final class HTTPService: Sendable {
    /// What a request's head leads to.
    enum Plan {
        case answer(HTTPAnswer)
        /// An answer that has to be looked for.
        case check((@escaping @Sendable (HTTPAnswer) -> Void) -> Void)
        case analyze(AnalyzeTicket)
    }

    /// How long the queues that carry connections may take to answer a liveness probe.
    private static let livenessTime = Duration.seconds(2)

    private let server: Server
    private let counters = HTTPCounters()

    init(_ server: Server) {
        self.server = server
    }

    /// The memory that all articles in the server share.
    var memory: MemoryBudget { server.articleMemory }

    func plan(_ head: HTTPRequestHead, peer: NIOCore.SocketAddress?) -> Plan {
        let path = HTTPPath(head.uri)
        guard let path else {
            return .answer(HTTPAnswer(WiredeskError(.unknownMethod, "there is nothing here"), status: 404))
        }
        guard path.methods.contains(head.method) else {
            let allowed = path.methods.map(\.rawValue).joined(separator: ", ")
            return .answer(
                HTTPAnswer(
                    WiredeskError(.unknownMethod, "\(path.rawValue) takes \(allowed)"), status: 405,
                    headers: [("Allow", allowed)]))
        }
        do throws(WiredeskError) {
            switch path {
            case .page: return .answer(Playground.answer())
            case .live: return .check(checkLiveness)
            case .ready: return .answer(readiness)
            case .metrics:
                _ = try token(head)
                return .answer(
                    HTTPAnswer(
                        type: "text/plain; version=0.0.4; charset=utf-8",
                        body: MetricsPage.text(server.metrics, http: counters.reading)))
            case .analyze:
                guard !isFromOtherSite(head) else {
                    return .answer(
                        HTTPAnswer(WiredeskError(.unauthenticated, "pages of other sites are not served"), status: 403))
                }
                let token = try token(head)
                guard isJSON(head) else {
                    return .answer(
                        HTTPAnswer(WiredeskError(.badBody, "the body has to be application/json"), status: 415))
                }
                return .analyze(try AnalyzeTicket(head, peer: peer?.description ?? "unknown", token: token))
            }
        } catch {
            return .answer(HTTPAnswer(error))
        }
    }

    /// Analyses the body's article.
    ///
    /// - Returns: stops the work when nobody waits for it any more.
    func analyze(
        _ body: [UInt8], _ ticket: AnalyzeTicket, owner: ObjectIdentifier,
        onAnswer: @escaping @Sendable (HTTPAnswer) -> Void
    ) -> Interruption.Cancellation {
        let id = Locked<RecordID?>(nil)
        var submission = Server.Submission(wireLength: body.count, peer: ticket.peer, owner: owner) {
            () throws(WiredeskError) in
            var record: ArticleRecord
            do throws(WiredeskError) {
                record = try ArticleRecord(json: body)
            } catch {
                // What is wrong elsewhere may still say which one it is.
                id.withLock { $0 = (try? JSONReader.decode(RecordName.self, from: body))?.id }
                throw error
            }
            id.withLock { $0 = record.id }
            let article = try record.takeArticle()
            return (record.options, article)
        }
        submission.priority = ticket.priority
        submission.deadline = ticket.deadline
        submission.token = ticket.token
        submission.trace = ticket.trace
        return server.analyze(submission) { outcome in
            onAnswer(HTTPAnswer(id: id.withLock { $0 }, outcome))
        }
    }

    /// The answer to someone whose body the server has no memory for.
    func busy() -> HTTPAnswer { HTTPAnswer(server.refuseForMemory()) }

    /// Counts an answer.
    func note(_ answer: HTTPAnswer, to head: HTTPRequestHead) {
        counters.count(HTTPPath(head.uri), status: answer.status)
    }

    private var readiness: HTTPAnswer {
        if server.isDraining { return HTTPAnswer(status: 503, text: "draining") }
        if server.isFull { return HTTPAnswer(status: 503, text: "the queue is full") }
        return HTTPAnswer(text: "ready")
    }

    /// Alive is a server whose connections get their turn.
    private func checkLiveness(_ onAnswer: @escaping @Sendable (HTTPAnswer) -> Void) {
        server.answersOnEveryQueue(within: Self.livenessTime) { isAlive in
            onAnswer(isAlive ? HTTPAnswer(text: "alive") : HTTPAnswer(status: 503, text: "connections are stuck"))
        }
    }

    /// The token that the request shows, when one is asked for.
    private func token(_ head: HTTPRequestHead) throws(WiredeskError) -> Token? {
        guard server.asksForTokens else { return nil }
        let words = (head.headers.first(name: "authorization") ?? "").split(separator: " ")
        guard words.count == 2, words[0].lowercased() == "bearer" else {
            throw WiredeskError(.unauthenticated, "a token is asked for: Authorization: Bearer SECRET")
        }
        guard let token = server.token(withSecret: Array(words[1].utf8)) else {
            throw WiredeskError(.unauthenticated, "the token is refused")
        }
        return token
    }

    /// A page of another site, open in a browser that reaches this server, has no business here.
    private func isFromOtherSite(_ head: HTTPRequestHead) -> Bool {
        ["cross-site", "same-site"].contains(head.headers.first(name: "sec-fetch-site"))
    }

    /// What a form of a page cannot send.
    private func isJSON(_ head: HTTPRequestHead) -> Bool {
        let type = head.headers.first(name: "content-type") ?? ""
        return type.prefix { $0 != ";" && $0 != " " }.lowercased() == "application/json"
    }
}
