/// The first eight bytes of either side. Like PNG's signature they are no text, and a transfer that changes line ends
/// or strips the eighth bit breaks them visibly.
package enum Preface {
    package static let bytes: [UInt8] = [0x89, 0x57, 0x44, 0x4B, 0x0D, 0x0A, 0x1A, 0x0A]
}
