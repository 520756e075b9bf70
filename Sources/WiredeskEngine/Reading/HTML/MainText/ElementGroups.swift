/// Elements that stand alike on a page: the same tags and classes from the root down.
///
/// A page repeats the template of a teaser or a comment many times; an article's container stands there once.
struct ElementGroups {
    /// What all blocks directly in a group's elements hold.
    struct Sum {
        var blocks: Float = 0
        var characters: Float = 0
        var linkCharacters: Float = 0
    }

    /// The group of each element.
    let groups: [Int32]
    /// Elements of each group.
    let counts: [Float]
    private(set) var sums: [Sum]

    init(_ page: Page, shapes: [BlockShape]) {
        var paths = [UInt64](repeating: 0, count: page.elements.count)
        var groups = [Int32](repeating: 0, count: page.elements.count)
        var counts: [Float] = []
        var slots = 16
        while slots < page.elements.count * 2 { slots *= 2 }
        // The group that a slot of the table holds, -1 for none, and the path of each group.
        var table = [Int32](repeating: -1, count: slots)
        var known: [UInt64] = []
        for (index, element) in page.elements.enumerated() {
            let above = index > 0 ? paths[Int(element.parent)] : 0
            let path = (above ^ UInt64(element.signature)) &* 0x9E37_79B9_7F4A_7C15 ^ above >> 29
            paths[index] = path
            var slot = Int(truncatingIfNeeded: path ^ path >> 32) & (slots - 1)
            while table[slot] >= 0, known[Int(table[slot])] != path { slot = (slot + 1) & (slots - 1) }
            if table[slot] < 0 {
                table[slot] = Int32(truncatingIfNeeded: known.count)
                known.append(path)
                counts.append(0)
            }
            groups[index] = table[slot]
            counts[Int(table[slot])] += 1
        }
        self.groups = groups
        self.counts = counts
        sums = [Sum](repeating: Sum(), count: counts.count)
        for (block, shape) in zip(page.blocks, shapes) {
            let group = Int(groups[Int(block.element)])
            sums[group].blocks += 1
            sums[group].characters += shape.characters
            sums[group].linkCharacters += shape.characters * Float(block.linkBytes) / Float(max(1, block.count))
        }
    }

    /// Elements of its group, 255 at most.
    func repeats(of element: Int) -> UInt8 { BlockRow.count(Int(min(255, counts[Int(groups[element])]))) }

    func group(of element: Int32) -> Int { Int(groups[Int(element)]) }
}
