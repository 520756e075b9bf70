/// What each of the page's elements holds, added up from its blocks, and which one looks like the article's.
struct ContainerStatistics {
    /// Of one element and all inside it.
    struct Sum {
        var characters: Float = 0
        var linkCharacters: Float = 0
        var blocks: Float = 0
        /// Characters of paragraph-like blocks directly in it: the blocks' elements are its children or itself.
        var ownText: Float = 0
        /// As Readability's scorer has it: paragraphs count for their parent, half for its parent and less further up.
        var score: Float = 0
        /// Characters of the page before its first block.
        var before: Float = .greatestFiniteMagnitude

        var linkDensity: Float { characters > 0 ? linkCharacters / characters : 0 }
    }

    /// The same as the classifier sees it.
    struct Measures {
        var characters: UInt8 = 0
        var links: UInt8 = 0
        var average: UInt8 = 0
        var own: UInt8 = 0
    }

    private(set) var sums: [Sum]
    private(set) var measures: [Measures]
    /// The first element after each element's subtree: elements stand in document order.
    private(set) var ends: [Int32]
    /// The element that most looks like the article.
    private(set) var main = 0
    private(set) var mostOwnText: Float = 0

    init(_ page: Page, shapes: [BlockShape]) {
        sums = [Sum](repeating: Sum(), count: page.elements.count)
        measures = [Measures](repeating: Measures(), count: page.elements.count)
        ends = [Int32](repeating: 0, count: page.elements.count)
        page.elements.withUnsafeBufferPointer { elements in
            sums.withUnsafeMutableBufferPointer { sums in
                var characters: Float = 0
                for (block, shape) in zip(page.blocks, shapes) {
                    Self.add(block, shape, before: characters, to: sums, elements)
                    characters += shape.characters
                }
                ends.withUnsafeMutableBufferPointer { Self.addUp(sums, ends: $0, elements) }
            }
        }
        var best: Float = 0
        for index in sums.indices {
            mostOwnText = max(mostOwnText, sums[index].ownText)
            let score = sums[index].score * (1 - sums[index].linkDensity)
            if score > best {
                best = score
                main = index
            }
        }
        measure()
    }

    /// Adds to each element what its children hold, the last first.
    private static func addUp(
        _ sums: UnsafeMutableBufferPointer<Sum>, ends: UnsafeMutableBufferPointer<Int32>,
        _ elements: UnsafeBufferPointer<PageElement>
    ) {
        for index in elements.indices.reversed() {
            ends[index] = max(ends[index], Int32(truncatingIfNeeded: index + 1))
            guard index > 0 else { break }
            let parent = Int(elements[index].parent)
            ends[parent] = max(ends[parent], ends[index])
            guard sums[index].blocks > 0 else { continue }
            sums[parent].characters += sums[index].characters
            sums[parent].linkCharacters += sums[index].linkCharacters
            sums[parent].blocks += sums[index].blocks
            sums[parent].before = min(sums[parent].before, sums[index].before)
        }
    }

    private mutating func measure() {
        let perCharacter = 1 / max(1, sums.first?.characters ?? 0)
        let perOwnCharacter = 1 / max(1, mostOwnText)
        for index in sums.indices where sums[index].blocks > 0 {
            let sum = sums[index]
            measures[index] = Measures(
                characters: BlockRow.level(sum.characters * perCharacter), links: BlockRow.share(sum.linkDensity),
                average: BlockRow.level(sum.characters / sum.blocks), own: BlockRow.share(sum.ownText * perOwnCharacter)
            )
        }
    }

    private static func add(
        _ block: PageBlock, _ shape: BlockShape, before: Float, to sums: UnsafeMutableBufferPointer<Sum>,
        _ elements: UnsafeBufferPointer<PageElement>
    ) {
        let element = Int(block.element)
        let links = shape.characters * Float(block.linkBytes) / Float(max(1, block.count))
        sums[element].before = min(sums[element].before, before)
        sums[element].characters += shape.characters
        sums[element].linkCharacters += links
        sums[element].blocks += 1
        let parent = Int(elements[element].parent)
        let holder =
            elements[element].tag == .p || elements[element].tag == .li || elements[element].tag.isHeading
            ? parent : element
        sums[holder].ownText += shape.characters - links
        guard shape.characters >= 25, links * 2 < shape.characters else { return }
        let score = 1 + shape.commas + min(shape.characters / 100, 3)
        var ancestor = holder
        var share: Float = 1
        for level in 1...5 {
            sums[ancestor].score += score * share
            guard ancestor > 0 else { break }
            ancestor = Int(elements[ancestor].parent)
            share = level == 1 ? 0.5 : 1 / Float(level * 3)
        }
    }

    /// Whether the element is the other or inside it.
    @inline(__always)
    func contains(_ outer: Int, _ inner: Int) -> Bool { inner >= outer && inner < Int(ends[outer]) }
}
