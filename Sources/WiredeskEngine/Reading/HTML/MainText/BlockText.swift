import CWiredeskKernels

/// The words of a block as hashes, and how many of each kind of byte it has.
struct BlockText {
    let counts: wiredesk_block_text
    let words: UnsafeBufferPointer<UInt32>

    /// The words that begin a block, as far as phrases are looked for in it.
    var earlyWords: UnsafeBufferPointer<UInt32> {
        UnsafeBufferPointer(rebasing: words.prefix(Int(counts.early_words)))
    }

    /// Tells whether two blocks say the same, whatever their case and their punctuation.
    var hash: UInt64 {
        var hash: UInt64 = 0
        for word in words { hash = Self.combine(hash, word) }
        return hash
    }

    /// The hash of what was hashed before and one word more.
    @inline(__always)
    static func combine(_ hash: UInt64, _ word: UInt32) -> UInt64 {
        let mixed = (hash ^ UInt64(word) &+ 1) &* 0x9E37_79B9_7F4A_7C15
        return mixed ^ mixed &>> 32
    }
}
