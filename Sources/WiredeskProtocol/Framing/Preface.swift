/// The first eight bytes of either side. Like PNG's signature they are no text, and a transfer that changes line ends
/// or strips the eighth bit breaks them visibly.
package enum Preface {
    package static let bytes: [UInt8] = [0x89, 0x57, 0x44, 0x4B, 0x0D, 0x0A, 0x1A, 0x0A]

    /// Takes what belongs to the preface off the front of `input`.
    ///
    /// - Parameter matched: how many of its bytes came before.
    /// - Returns: how many have come now, or nil when the bytes are not the preface's.
    static func match(_ input: inout UnsafeRawBufferPointer, after matched: Int) -> Int? {
        let count = min(bytes.count - matched, input.count)
        guard input.prefix(count).elementsEqual(bytes[matched..<(matched + count)]) else { return nil }
        input = UnsafeRawBufferPointer(rebasing: input.dropFirst(count))
        return matched + count
    }
}
