@testable import WiredeskTransport

/// The reader of PROXY headers: whole, or in two pieces, it says the same.
enum ProxyFuzzing {
    static func run(_ bytes: [UInt8]) -> Int {
        let stream = Array(bytes.dropFirst())
        let whole = read([stream[...]])
        let split = Int(bytes.first ?? 0) % (stream.count + 1)
        precondition(read([stream[..<split], stream[split...]]) == whole, "a split makes another header")
        return whole.hashValue
    }

    private static func read(_ pieces: [ArraySlice<UInt8>]) -> Result<ProxyHeader?, ProxyHeaderError> {
        var reader = ProxyHeaderReader()
        for piece in pieces {
            let found = piece.withUnsafeBytes { bytes in
                var bytes = bytes
                return Result { () throws(ProxyHeaderError) in try reader.take(&bytes) }
            }
            switch found {
            case .success(nil): continue
            case .success, .failure: return found
            }
        }
        return .success(nil)
    }
}
