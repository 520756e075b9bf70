import GRPCCore

/// Messages that are bytes already.
struct Bytes: MessageSerializer, MessageDeserializer {
    func serialize<Body: GRPCContiguousBytes>(_ message: [UInt8]) -> Body { Body(message) }

    func deserialize<Body: GRPCContiguousBytes>(_ bytes: Body) -> [UInt8] { bytes.withUnsafeBytes { Array($0) } }
}
