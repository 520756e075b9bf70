@testable import WiredeskModel
@testable import WiredeskProtocol

/// Bodies of both encodings. What is read must come through writing and reading again unchanged.
enum BodyFuzzing {
    static func run(_ bytes: [UInt8]) -> Int {
        var count = (try? JSONReader.decode(JSONValue.self, from: bytes)) == nil ? 0 : 1
        for encoding in [BodyEncoding.cbor, .json] {
            count += check(Analysis.self, bytes, encoding)
            count += check(AnalysisOptions.self, bytes, encoding)
            count += check(ClientHello.self, bytes, encoding)
            count += check(ServerHello.self, bytes, encoding)
            count += check(ErrorBody.self, bytes, encoding)
        }
        return count
    }

    private static func check<T: Record>(_ type: T.Type, _ bytes: [UInt8], _ encoding: BodyEncoding) -> Int {
        guard let value = try? encoding.decode(type, from: bytes) else { return 0 }
        for other in [BodyEncoding.cbor, .json] {
            let written = other.encode(value)
            guard let again = try? other.decode(type, from: written) else {
                preconditionFailure("a \(type) that was read is not read again from \(other)")
            }
            precondition(other.encode(again) == written, "a \(type) changes on its way through \(other)")
        }
        return 1
    }
}
