/// The names of a type's labels, to be found by their bytes.
package struct LabelNames<Value: RawRepresentable & CaseIterable & Sendable>: Sendable where Value.RawValue == String {
    /// A name of at most sixteen bytes: its first and its last eight bytes and their number, which is exact.
    private struct Key: Equatable {
        private var first: UInt64
        private var last: UInt64
        private var count: Int

        @inline(__always)
        init?(_ bytes: UnsafeBufferPointer<UInt8>) {
            guard let start = bytes.baseAddress.map(UnsafeRawPointer.init), (1...16).contains(bytes.count) else {
                return nil
            }
            count = bytes.count
            func word<I: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, _ type: I.Type) -> UInt64 {
                UInt64(truncatingIfNeeded: start.loadUnaligned(fromByteOffset: offset, as: I.self))
            }
            switch count {
            case 8...: (first, last) = (word(0, UInt64.self), word(count - 8, UInt64.self))
            case 4...: (first, last) = (word(0, UInt32.self), word(count - 4, UInt32.self))
            case 2...: (first, last) = (word(0, UInt16.self), word(count - 2, UInt16.self))
            default: (first, last) = (word(0, UInt8.self), 0)
            }
        }
    }

    private let entries: [(key: Key, value: Value)]

    package init() {
        entries = Value.allCases.map { value in
            var name = value.rawValue
            guard let key = name.withUTF8(Key.init) else { preconditionFailure("\(value) has no name or a long one") }
            return (key, value)
        }
    }

    /// - Returns: nil when the bytes are no name of a label's.
    func value(of bytes: UnsafeBufferPointer<UInt8>) -> Value? {
        guard let key = Key(bytes) else { return nil }
        for entry in entries where entry.key == key { return entry.value }
        return nil
    }
}
