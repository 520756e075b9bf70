import NIOCore
import NIOHTTP1
import WiredeskEngine
import WiredeskModel
import WiredeskServer

/// One client of the HTTP port: takes its requests in, one after another, and writes the answers.
///
/// Everything here happens on the channel's event loop.
final class HTTPConnection: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private enum Phase {
        case waiting
        case receiving(HTTPRequestHead, HTTPService.Plan, [UInt8])
        /// Answered before it was read to its end.
        case lingering
        case working(Interruption.Cancellation?)
    }

    private let service: HTTPService
    private let limits: HTTPLimits
    private var phase = Phase.waiting
    private var timer: Scheduled<Void>?
    /// Bytes of the body that the server's memory budget lent.
    private var reserved = 0

    init(_ service: HTTPService, limits: HTTPLimits) {
        self.service = service
        self.limits = limits
    }

    func channelActive(context: ChannelHandlerContext) {
        arm(limits.headTime, context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        if case .working(let cancellation) = phase { cancellation?.cancel() }
        giveBack()
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch (unwrapInboundIn(data), phase) {
        case (.head(let head), .waiting):
            begin(head, context)
        case (.body(let buffer), .receiving(let head, let plan, var body)):
            // Without this the array would be copied for every piece.
            phase = .waiting
            guard body.count + buffer.readableBytes <= limits.body else {
                return refuse(.tooLarge(limits.body), head, context)
            }
            guard service.memory.reserve(buffer.readableBytes) else {
                return refuse(service.busy(), head, context)
            }
            reserved += buffer.readableBytes
            body.append(contentsOf: buffer.readableBytesView)
            phase = .receiving(head, plan, body)
        case (.end, .receiving(let head, let plan, let body)):
            timer?.cancel()
            carryOut(plan, head, body, context)
        case (.end, .lingering):
            context.close(promise: nil)
        default:
            break
        }
    }

    private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        let plan = service.plan(head, peer: context.remoteAddress)
        let length = head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
        let hasBody = length > 0 || head.headers.contains(name: "transfer-encoding")
        switch plan {
        case .answer(let answer) where hasBody:
            refuse(answer, head, context)
        case .analyze where length > limits.body:
            refuse(.tooLarge(limits.body), head, context)
        case .answer, .check, .analyze:
            if hasBody, head.headers.first(name: "expect")?.lowercased() == "100-continue" {
                let go = HTTPResponseHead(version: head.version, status: .continue)
                context.writeAndFlush(wrapOutboundOut(.head(go)), promise: nil)
            }
            phase = .receiving(head, plan, [])
            arm(limits.bodyTime, context)
        }
    }

    private func carryOut(
        _ plan: HTTPService.Plan, _ head: HTTPRequestHead, _ body: [UInt8], _ context: ChannelHandlerContext
    ) {
        let connection = NIOLoopBound(self, eventLoop: context.eventLoop)
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        let loop = context.eventLoop
        let finish: @Sendable (HTTPAnswer) -> Void = { answer in
            loop.execute { connection.value.finish(answer, head, bound.value) }
        }
        switch plan {
        case .answer(let answer):
            phase = .working(nil)
            self.finish(answer, head, context)
        case .check(let check):
            phase = .working(nil)
            check(finish)
        case .analyze(let ticket):
            phase = .working(nil)
            // The answer may come before this returns, but it is taken up on this loop later.
            phase = .working(service.analyze(body, ticket, owner: ObjectIdentifier(self), onAnswer: finish))
        }
    }

    private func finish(_ answer: HTTPAnswer, _ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        guard case .working = phase, context.channel.isActive else { return }
        // Before the write, in which the next request may come: it was held back until now.
        phase = .waiting
        giveBack()
        arm(limits.answerTime, context)
        let isLast = !head.isKeepAlive
        let connection = NIOLoopBound(self, eventLoop: context.eventLoop)
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        write(answer, head, isLast: isLast, context).whenComplete { result in
            if isLast || (try? result.get()) == nil {
                bound.value.close(promise: nil)
            } else {
                connection.value.rest(bound.value)
            }
        }
    }

    private func rest(_ context: ChannelHandlerContext) {
        if case .waiting = phase { arm(limits.idleTime, context) }
    }

    /// Answers a request that has not been read to its end. Closing at once would lose the answer, because the client
    /// still sends; so this side only says that it is done, and what comes is thrown away for a while.
    private func refuse(_ answer: HTTPAnswer, _ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        phase = .lingering
        giveBack()
        arm(limits.lingerTime, context)
        write(answer, head, isLast: true, context).whenFailure { [channel = context.channel] _ in
            channel.close(promise: nil)
        }
    }

    private func write(
        _ answer: HTTPAnswer, _ head: HTTPRequestHead, isLast: Bool, _ context: ChannelHandlerContext
    ) -> EventLoopFuture<Void> {
        service.note(answer, to: head)
        var headers = HTTPHeaders(answer.headers)
        headers.add(name: "Content-Length", value: String(answer.body.count))
        headers.add(name: "X-Content-Type-Options", value: "nosniff")
        headers.add(name: "Cache-Control", value: "no-store")
        if isLast { headers.add(name: "Connection", value: "close") }
        let status = HTTPResponseStatus(statusCode: answer.status)
        context.write(
            wrapOutboundOut(.head(HTTPResponseHead(version: head.version, status: status, headers: headers))),
            promise: nil)
        if head.method != .HEAD {
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.body)))), promise: nil)
        }
        return context.writeAndFlush(wrapOutboundOut(.end(nil)))
    }

    private func giveBack() {
        service.memory.release(reserved)
        reserved = 0
    }

    /// Closes the connection unless something happens within the time.
    private func arm(_ time: TimeAmount, _ context: ChannelHandlerContext) {
        timer?.cancel()
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: time) { context.close(promise: nil) }
    }
}
