import WiredeskModel

/// The two encodings of a body.
package enum BodyEncoding: Sendable, Hashable {
    case cbor
    case json

    package init(_ flags: FrameFlags) {
        self = flags.contains(.json) ? .json : .cbor
    }

    package var flags: FrameFlags { self == .json ? .json : [] }

    package func encode<T: Record>(_ value: T) -> [UInt8] {
        switch self {
        case .cbor: CBORWriter.encode(value)
        case .json: JSONWriter.encode(value)
        }
    }

    package func decode<T: Record>(
        _ type: T.Type = T.self, from bytes: some Collection<UInt8>, refusingUnknownFields: Bool = false
    ) throws(BodyError) -> T {
        switch self {
        case .cbor: try CBORReader.decode(type, from: bytes, refusingUnknownFields: refusingUnknownFields)
        case .json: try JSONReader.decode(type, from: bytes, refusingUnknownFields: refusingUnknownFields)
        }
    }
}
