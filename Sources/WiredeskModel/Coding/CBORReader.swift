import CWiredeskKernels

/// Reads CBOR (RFC 8949) with definite lengths; tags, indefinite lengths and keys that are not text are refused.
package struct CBORReader: BodyReader {
    private let start: UnsafePointer<UInt8>
    /// The byte to read next.
    private var next: UnsafePointer<UInt8>
    private let end: UnsafePointer<UInt8>
    package var depth = 0
    package let refusesUnknown: Bool

    private init(_ bytes: UnsafeBufferPointer<UInt8>, refusesUnknown: Bool) throws(BodyError) {
        guard let start = bytes.baseAddress else { throw BodyError(.malformed, "CBOR ends inside an item", at: 0) }
        self.start = start
        next = start
        end = start + bytes.count
        self.refusesUnknown = refusesUnknown
    }

    /// Reads the one value that the bytes hold.
    package static func decode<T: Record>(
        _ type: T.Type = T.self, from bytes: some Collection<UInt8>, refusingUnknownFields: Bool = false
    ) throws(BodyError) -> T {
        func read(_ buffer: UnsafeBufferPointer<UInt8>) -> Result<T, BodyError> {
            Result { () throws(BodyError) -> T in
                var reader = try CBORReader(buffer, refusesUnknown: refusingUnknownFields)
                let value = try T.read(from: &reader)
                guard reader.next == reader.end else {
                    throw BodyError(.malformed, "bytes after the body", at: reader.position)
                }
                return value
            }
        }
        let result = bytes.withContiguousStorageIfAvailable(read) ?? Array(bytes).withUnsafeBufferPointer(read)
        return try result.get()
    }

    package var position: Int {
        get { next - start }
        set { next = start + newValue }
    }

    /// Bytes not read yet.
    private var available: Int { end - next }

    /// What an item begins with.
    private struct Head {
        var major: UInt8
        /// The lower five bits of the first byte.
        var info: UInt8
        var argument: UInt64
    }

    @inline(__always)
    private mutating func readHead() throws(BodyError) -> Head {
        guard next < end else { try raiseTruncated() }
        let (major, info) = (next.pointee >> 5, next.pointee & 0x1F)
        next += 1
        if info < 24 { return Head(major: major, info: info, argument: UInt64(info)) }
        // Most others are offsets and doubles.
        if info == 25, available >= 2 { return Head(major: major, info: info, argument: UInt64(take(UInt16.self))) }
        if info == 27, available >= 8 { return Head(major: major, info: info, argument: take(UInt64.self)) }
        let argument = try Self.longArgument(info, at: next, in: UnsafeBufferPointer(start: start, count: end - start))
        next += 1 &<< Int(info & 3)
        return Head(major: major, info: info, argument: argument)
    }

    /// The next bytes as a number; there have to be so many.
    @inline(__always)
    private mutating func take<I: FixedWidthInteger & BitwiseCopyable>(_ type: I.Type) -> I {
        defer { next += MemoryLayout<I>.size }
        return I(bigEndian: UnsafeRawPointer(next).loadUnaligned(as: I.self))
    }

    /// The argument behind a first byte that says that it takes one, two, four or eight bytes.
    ///
    /// Apart from the reader, whose position can be in a register then.
    @inline(never)
    private static func longArgument(
        _ info: UInt8, at place: UnsafePointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>
    ) throws(BodyError) -> UInt64 {
        let position = place - bytes.baseAddress!
        guard info < 28 else {
            try BodyError.raise(.malformed, "CBOR item of indefinite or reserved length", at: position - 1)
        }
        let count = 1 &<< Int(info & 3)
        guard bytes.count - position >= count else {
            try BodyError.raise(.malformed, "CBOR ends inside an item", at: bytes.count)
        }
        return UnsafeBufferPointer(start: place, count: count).reduce(0) { $0 << 8 | UInt64($1) }
    }

    private func raiseTruncated() throws(BodyError) -> Never {
        try BodyError.raise(.malformed, "CBOR ends inside an item", at: end - start)
    }

    @inline(__always)
    package mutating func readInt() throws(BodyError) -> Int {
        let start = position
        let head = try readHead()
        guard head.major <= 1 else { try BodyError.raise(.wrongType, "expected an integer", at: start) }
        guard let value = Int(exactly: head.argument) else {
            try BodyError.raise(.badValue, "integer of more than 63 bits", at: start)
        }
        return head.major == 0 ? value : ~value
    }

    @inline(__always)
    package mutating func readDouble() throws(BodyError) -> Double {
        let start = position
        let head = try readHead()
        let value: Double
        switch (head.major, head.info) {
        case (0, _): value = Double(head.argument)
        case (1, _): value = -1 - Double(head.argument)
        case (7, 25): value = Double(Float16(bitPattern: UInt16(head.argument)))
        case (7, 26): value = Double(Float(bitPattern: UInt32(head.argument)))
        case (7, 27): value = Double(bitPattern: head.argument)
        default: try BodyError.raise(.wrongType, "expected a number", at: start)
        }
        // The data model has neither infinities nor NaN, because JSON has none.
        guard value.isFinite else { try BodyError.raise(.wrongType, "expected a finite number", at: start) }
        return value
    }

    package mutating func readBool() throws(BodyError) -> Bool {
        let start = position
        let head = try readHead()
        guard head.major == 7, head.info == 20 || head.info == 21 else {
            try BodyError.raise(.wrongType, "expected a boolean", at: start)
        }
        return head.info == 21
    }

    /// The bytes of a text item, in place.
    @inline(__always)
    private mutating func readText() throws(BodyError) -> UnsafeBufferPointer<UInt8> {
        let start = position
        let head = try readHead()
        guard head.major == 3 else { try BodyError.raise(.wrongType, "expected a string", at: start) }
        let count = try checked(head.argument)
        defer { next += count }
        return UnsafeBufferPointer(start: next, count: count)
    }

    /// A count of bytes, or of items that take a byte at least, when there are so many: one that lies cannot make us
    /// reserve memory.
    @inline(__always)
    private func checked(_ count: UInt64) throws(BodyError) -> Int {
        guard count <= UInt64(truncatingIfNeeded: available) else { try raiseTruncated() }
        return Int(truncatingIfNeeded: count)
    }

    package mutating func readString() throws(BodyError) -> String {
        let text = try readText()
        guard let string = String(validating: text) else {
            throw BodyError(.malformed, "string is not UTF-8", at: position - text.count)
        }
        return string
    }

    @inline(__always)
    package mutating func readStringBytes<T>(_ body: (UnsafeBufferPointer<UInt8>) -> T) throws(BodyError) -> T {
        body(try readText())
    }

    @inline(__always)
    package mutating func readArray<T: FieldValue>() throws(BodyError) -> [T] {
        let start = position
        let head = try readHead()
        guard head.major == 4 else { try BodyError.raise(.wrongType, "expected an array", at: start) }
        var remaining = try checked(head.argument)
        guard depth < BodyLimits.depth else { try BodyError.raiseNestedTooDeep(at: start) }
        depth += 1
        var values: [T] = []
        while remaining > 0 {
            let count = min(remaining, 4096)
            try values.append(addingCapacity: count) { (span: inout OutputSpan<T>) throws(BodyError) in
                for _ in 0..<count { span.append(try T.read(from: &self)) }
            }
            remaining -= count
        }
        depth -= 1
        return values
    }

    @inline(__always)
    package mutating func openMap() throws(BodyError) -> Int {
        let start = position
        let head = try readHead()
        guard head.major == 5 else { try BodyError.raise(.wrongType, "expected a map", at: start) }
        return try checked(head.argument)
    }

    @inline(__always)
    package mutating func passKey(_ name: StaticString) -> Bool {
        let count = name.utf8CodeUnitCount
        guard count < 24, available > count, next.pointee == 0x60 | UInt8(truncatingIfNeeded: count),
            wiredesk_equal_bytes(next + 1, name.utf8Start, count)
        else { return false }
        next += 1 &+ count
        return true
    }

    package mutating func readKey() throws(BodyError) -> MapKey {
        let text = try readText()
        return MapKey(range: (position - text.count)..<position)
    }

    package func isKey(_ key: MapKey, _ name: StaticString) -> Bool {
        text(of: key).elementsEqual(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }

    package func name(of key: MapKey) -> String {
        String(decoding: text(of: key), as: UTF8.self)
    }

    private func text(of key: MapKey) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: start + key.range.lowerBound, count: key.range.count)
    }

    @inline(__always)
    package mutating func nextKey(_ remaining: inout Int) {
        remaining &-= 1
    }

    package mutating func skipValue() throws(BodyError) {
        // Items still to pass over at each level: no recursion, whatever the nesting.
        var pending: [UInt64] = [1]
        while let last = pending.indices.last {
            guard pending[last] > 0 else {
                pending.removeLast()
                continue
            }
            pending[last] -= 1
            let start = position
            let head = try readHead()
            switch head.major {
            case 0, 1, 7: break
            case 2, 3:
                next += try checked(head.argument)
            case 4, 5:
                let items = head.major == 4 ? head.argument : head.argument &* 2
                _ = try checked(head.argument)
                guard pending.count - 1 + depth < BodyLimits.depth else { try BodyError.raiseNestedTooDeep(at: start) }
                pending.append(items)
            default: try BodyError.raise(.malformed, "CBOR tags are not used", at: start)
            }
        }
    }
}
