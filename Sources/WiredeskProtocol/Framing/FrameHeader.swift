/// The sixteen bytes before every frame, little-endian:
/// `length u32 | type u8 | flags u8 | code u16 | id u64`.
struct FrameHeader: Equatable {
    /// Bytes after the header.
    var length: UInt32
    var rawType: UInt8
    var rawFlags: UInt8
    var code: UInt16
    var id: UInt64

    var type: FrameType? { FrameType(rawValue: rawType) }

    init(length: UInt32, rawType: UInt8, rawFlags: UInt8, code: UInt16, id: UInt64) {
        self.length = length
        self.rawType = rawType
        self.rawFlags = rawFlags
        self.code = code
        self.id = id
    }

    /// Reads the first sixteen bytes.
    init(_ bytes: UnsafeRawBufferPointer) {
        length = UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self))
        rawType = bytes[4]
        rawFlags = bytes[5]
        code = UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: 6, as: UInt16.self))
        id = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    }

    func write(to bytes: UnsafeMutableRawBufferPointer) {
        bytes.storeBytes(of: length.littleEndian, as: UInt32.self)
        bytes[4] = rawType
        bytes[5] = rawFlags
        bytes.storeBytes(of: code.littleEndian, toByteOffset: 6, as: UInt16.self)
        bytes.storeBytes(of: id.littleEndian, toByteOffset: 8, as: UInt64.self)
    }
}
