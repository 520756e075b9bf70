import WiredeskModel

/// How a connection begins: preface, HELLO and, where it is asked for, the proof of a token.
extension ServerSession {
    /// The first byte of a TLS client, and of no command.
    private static let tlsHandshake: UInt8 = 0x16

    mutating func readPreface(_ bytes: inout UnsafeRawBufferPointer, _ prefix: Int) throws(WiredeskError) {
        if prefix == 0, bytes[0] == Self.tlsHandshake {
            actions += reply(line: "ERR this port does not speak TLS")
            close(WiredeskError(.badPreface, "TLS to a port that does not speak it"))
            return
        }
        if prefix == 0, bytes[0] < 0x80 {
            state = .line
            return
        }
        guard let matched = Preface.match(&bytes, after: prefix) else {
            throw WiredeskError(.badPreface, "the first bytes are not those of a Wiredesk client")
        }
        state = matched == Preface.bytes.count ? .handshake : .opening(prefix: matched)
    }

    mutating func sendPreface() {
        if !hasSentPreface { output += Preface.bytes }
        hasSentPreface = true
    }

    /// Both sides' HELLO goes out before they know that they want a CRC.
    var withCRC: Bool {
        switch state {
        case .opening, .handshake: false
        default: hello.crc32
        }
    }

    /// Answers the client's HELLO with ours.
    mutating func greet(_ frame: Frame) throws(WiredeskError) {
        guard frame.type == .hello else {
            throw WiredeskError(.handshakeRequired, "the first frame must be HELLO")
        }
        helloEncoding = BodyEncoding(frame.flags)
        hello = try readHello(frame)
        guard hello.minVersion <= ProtocolVersion.newest, hello.maxVersion >= ProtocolVersion.oldest else {
            throw WiredeskError(
                .unsupportedVersion,
                "this server speaks versions \(ProtocolVersion.oldest) to \(ProtocolVersion.newest)")
        }
        var answer = ServerHello()
        answer.codecs = ["zlib"]
        answer.encodings = ["cbor", "json"]
        answer.version = min(hello.maxVersion, ProtocolVersion.newest)
        answer.agent = agent
        answer.maxFrame = limits.maximumFrame
        answer.maxRaw = limits.maximumRaw
        answer.maxHTML = limits.maximumHTML
        answer.maxText = limits.maximumText
        answer.crc32 = hello.crc32
        answer.auth = authentication?.challenge
        if authentication == nil {
            answer.requests = limits.credit.requests
            answer.bytes = limits.credit.bytes
        }
        sendPreface()
        Frame(.hello, flags: helloEncoding.flags, payload: helloEncoding.encode(answer)).append(to: &output)
        if authentication == nil {
            open()
        } else {
            state = .authenticating
        }
    }

    /// Takes the second HELLO, with the proof; anything else ends the connection.
    mutating func authenticate(_ frame: Frame) throws(WiredeskError) {
        guard frame.type == .hello else {
            throw WiredeskError(.unauthenticated, "this server serves nobody without a token")
        }
        guard let proof = try readHello(frame).auth else {
            throw WiredeskError(.unauthenticated, "a second HELLO without the proof of a token")
        }
        // One message for all: who guesses is not told how close he is.
        guard let token = authentication?.token(provenBy: proof) else {
            throw WiredeskError(.unauthenticated, "the token is refused")
        }
        open()
        limits.credit.frame.append(to: &output, withCRC: withCRC)
        actions.append(.authenticated(token))
    }

    private mutating func open() {
        credit = limits.credit
        decoder.maximumFrame = limits.maximumFrame
        state = .open
    }

    private func readHello(_ frame: Frame) throws(WiredeskError) -> ClientHello {
        do throws(BodyError) {
            return try BodyEncoding(frame.flags).decode(from: frame.payload)
        } catch {
            throw WiredeskError(.badFrame, "HELLO: \(error)")
        }
    }
}
