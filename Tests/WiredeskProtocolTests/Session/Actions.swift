import WiredeskModel

@testable import WiredeskProtocol

extension ServerSession {
    mutating func feed(_ bytes: [UInt8], now: UInt64 = 0) -> [Action] {
        bytes.withUnsafeBytes { receive($0, now: now) }
    }
}

extension ClientSession {
    mutating func feed(_ bytes: [UInt8]) -> [Action] {
        bytes.withUnsafeBytes { receive($0) }
    }
}

/// The frames that bytes hold, which must be whole.
func decodeFrames(_ bytes: [UInt8]) -> [Frame]? {
    var decoder = FrameDecoder(maximumFrame: 64 << 20)
    var frames: [Frame] = []
    let isWhole = bytes.withUnsafeBytes { buffer -> Bool in
        var rest = buffer
        do {
            while case .frame(let frame, _)? = try decoder.next(&rest) { frames.append(frame) }
        } catch {
            return false
        }
        return rest.isEmpty && !decoder.isMidFrame
    }
    return isWhole ? frames : nil
}

extension [ServerSession.Action] {
    var sentBytes: [UInt8] {
        flatMap { action -> [UInt8] in if case .send(let bytes) = action { bytes } else { [] } }
    }

    func sentFrames(afterPreface: Bool = false) -> [Frame]? {
        guard !afterPreface || sentBytes.starts(with: Preface.bytes) else { return nil }
        return decodeFrames([UInt8](sentBytes.dropFirst(afterPreface ? Preface.bytes.count : 0)))
    }

    var startedRequests: [Request] {
        compactMap { if case .start(let request) = $0 { request } else { nil } }
    }

    /// Codes of the ERROR frames sent, whether a preface stands before them or not.
    var errorCodes: [ErrorCode] {
        let frames = sentFrames(afterPreface: sentBytes.starts(with: Preface.bytes)) ?? []
        return frames.filter { $0.type == .error }.compactMap { ErrorCode(rawValue: $0.code) }
    }

    var closes: Bool {
        contains { if case .close = $0 { true } else { false } }
    }

    var withoutSends: [ServerSession.Action] {
        filter { if case .send = $0 { false } else { true } }
    }
}
