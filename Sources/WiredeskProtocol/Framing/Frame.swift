import WiredeskModel

/// One frame, taken apart.
package struct Frame: Sendable, Hashable {
    /// The type's number: a frame of a type that nobody knows is still a frame.
    package var rawType: UInt8
    package var flags: FrameFlags
    package var code: UInt16
    package var id: UInt64
    package var extensions: FrameExtensions
    package var payload: [UInt8]

    package init(
        _ type: FrameType, flags: FrameFlags = [], code: UInt16 = 0, id: UInt64 = 0,
        extensions: FrameExtensions = FrameExtensions(), payload: [UInt8] = []
    ) {
        rawType = type.rawValue
        self.flags = flags
        self.code = code
        self.id = id
        self.extensions = extensions
        self.payload = payload
    }

    package var type: FrameType? { FrameType(rawValue: rawType) }

    /// Reads a whole frame, header included.
    init(_ bytes: UnsafeRawBufferPointer) throws(WiredeskError) {
        let header = FrameHeader(bytes)
        rawType = header.rawType
        flags = FrameFlags(rawValue: header.rawFlags)
        code = header.code
        id = header.id
        extensions = FrameExtensions()
        // What a later version's frame is made of is not for this one to judge.
        guard let type = header.type else {
            payload = []
            return
        }
        guard flags.isSubset(of: type.allowedFlags) else {
            throw WiredeskError(.badFrame, "flags \(header.rawFlags) on a frame of type \(rawType)")
        }
        var start = FrameLimits.header
        if flags.contains(.extended) {
            guard bytes.count >= start + 2 else { throw WiredeskError(.badFrame, "no room for the extension block") }
            let count = Int(UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt16.self)))
            guard count <= FrameLimits.extensions, bytes.count >= start + 2 + count else {
                throw WiredeskError(.badFrame, "extension block runs past the frame or its limit")
            }
            let block = start + 2
            extensions = try FrameExtensions(UnsafeRawBufferPointer(rebasing: bytes[block..<(block + count)]))
            if let crc = extensions.crc32, let offset = extensions.crcOffset {
                guard CRC32.checksum(bytes, zeroing: (block + offset)..<(block + offset + 4)) == crc else {
                    throw WiredeskError(.badFrame, "CRC-32 does not match")
                }
            }
            start = block + count
        }
        payload = Array(bytes[start...])
    }

    /// Appends the frame as it goes over the wire.
    ///
    /// - Parameter withCRC: adds the CRC-32 extension.
    package func append(to bytes: inout [UInt8], withCRC: Bool = false) {
        let start = bytes.count
        var extensions = extensions
        if withCRC { extensions.crc32 = 0 }
        var flags = flags
        if extensions.isEmpty { flags.remove(.extended) } else { flags.insert(.extended) }
        bytes.reserveCapacity(start + FrameLimits.header + payload.count + 64)
        bytes.append(contentsOf: repeatElement(0, count: FrameLimits.header))
        if flags.contains(.extended) { extensions.append(to: &bytes) }
        let crcEnd = bytes.count
        bytes.append(contentsOf: payload)
        let header = FrameHeader(
            length: UInt32(bytes.count - start - FrameLimits.header), rawType: rawType, rawFlags: flags.rawValue,
            code: code, id: id)
        bytes.withUnsafeMutableBytes { header.write(to: UnsafeMutableRawBufferPointer(rebasing: $0[start...])) }
        if withCRC {
            // The CRC is the block's last entry.
            let crc = bytes.withUnsafeBytes { CRC32.checksum(UnsafeRawBufferPointer(rebasing: $0[start...])) }
            bytes.replaceSubrange((crcEnd - 4)..<crcEnd, with: crc.littleEndianBytes)
        }
    }

    /// Bytes that `append` adds.
    package func wireLength(withCRC: Bool = false) -> Int {
        var block: [UInt8] = []
        var extensions = extensions
        if withCRC { extensions.crc32 = 0 }
        if !extensions.isEmpty { extensions.append(to: &block) }
        return FrameLimits.header + block.count + payload.count
    }

    package func encoded(withCRC: Bool = false) -> [UInt8] {
        var bytes: [UInt8] = []
        append(to: &bytes, withCRC: withCRC)
        return bytes
    }
}
