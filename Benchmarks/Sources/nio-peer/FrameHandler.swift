import NIOCore
import NIOPosix
import PeerWork

/// Answers each whole frame with itself.
final class FrameHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private static let headerBytes = 16

    /// Where payloads are inflated before the answer; nil to answer at once.
    private let pool: NIOThreadPool?
    /// The beginning of a frame.
    private var pending: ByteBuffer?

    init(pool: NIOThreadPool?) {
        self.pool = pool
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        if var begun = pending {
            pending = nil
            take(&bytes, into: &begun, until: Self.headerBytes)
            if let length = frameLength(in: begun, at: begun.readerIndex) {
                take(&bytes, into: &begun, until: length)
                if begun.readableBytes == length {
                    answer(begun, context)
                } else {
                    pending = begun
                }
            } else {
                pending = begun
            }
        }
        let whole = wholeFrames(in: bytes)
        if whole > 0, let frames = bytes.readSlice(length: whole) { answer(frames, context) }
        if bytes.readableBytes > 0 {
            // A buffer of its own: the other is being sent.
            pending = context.channel.allocator.buffer(buffer: bytes)
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        context.flush()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    /// Answers whole frames, at once or when their payloads are inflated.
    private func answer(_ frames: ByteBuffer, _ context: ChannelHandlerContext) {
        guard let pool else {
            context.write(wrapOutboundOut(frames), promise: nil)
            return
        }
        let channel = context.channel
        var frames = frames
        while let length = frameLength(in: frames, at: frames.readerIndex), let frame = frames.readSlice(length: length)
        {
            pool.submit { _ in
                frame.withUnsafeReadableBytes {
                    Inflation.current.inflate(UnsafeRawBufferPointer(rebasing: $0[Self.headerBytes...]))
                }
                channel.writeAndFlush(frame, promise: nil)
            }
        }
    }

    /// Moves bytes to the frame that has begun until it has so many.
    private func take(_ bytes: inout ByteBuffer, into begun: inout ByteBuffer, until count: Int) {
        let missing = min(max(0, count - begun.readableBytes), bytes.readableBytes)
        if var part = bytes.readSlice(length: missing) { begun.writeBuffer(&part) }
    }

    /// Bytes of the frames at the front that have arrived whole.
    private func wholeFrames(in bytes: ByteBuffer) -> Int {
        var end = bytes.readerIndex
        while let length = frameLength(in: bytes, at: end), length <= bytes.writerIndex - end { end += length }
        return end - bytes.readerIndex
    }

    /// Bytes of the frame that begins there, header included.
    private func frameLength(in bytes: ByteBuffer, at index: Int) -> Int? {
        guard bytes.writerIndex - index >= Self.headerBytes,
            let length = bytes.getInteger(at: index, endianness: .little, as: UInt32.self)
        else { return nil }
        return Self.headerBytes + Int(length)
    }
}
