/// What the first look at a page's blocks says about each block's surroundings, for the second.
struct NeighbourhoodFeatures {
    private let probabilities: [Float]
    private let shapes: [BlockShape]
    /// Sums over the blocks before each, and over all.
    private var before: [Sum]
    /// Sums over the blocks whose elements are named alike, and have ancestors named alike.
    private var alike: [Sum]
    /// For each block the places of its two sums in `alike`.
    private let keys: [(element: Int, path: Int)]
    /// What each element holds, and what the elements that stand alike hold by themselves.
    private var inElement: [Sum]
    private var inGroup: [Sum]
    /// The nearest long block before and after each that surely belongs to the article, -1 for none.
    private var certainBefore: [Int32]
    private var certainAfter: [Int32]
    private let page: Page
    private let features: PageFeatures

    private struct Sum {
        /// The characters that belong to the article: probability times characters.
        var mass: Float = 0
        var characters: Float = 0

        @inline(__always)
        mutating func add(_ other: Sum) {
            mass += other.mass
            characters += other.characters
        }
    }

    private static let highest = 10
    /// Levels or blocks to where there is nothing.
    private static let nowhere: UInt8 = 100

    init(_ page: Page, _ features: PageFeatures, probabilities: [Float]) {
        self.page = page
        self.features = features
        self.probabilities = probabilities
        shapes = features.shapes
        let count = probabilities.count
        var numbers = HashNumbering(capacity: count * 2)
        keys = page.blocks.map { block in
            let element = page.elements[Int(block.element)]
            let path = element.path.rawValue &* 0x9E37_79B9_7F4A_7C15
            let own =
                (element.own.rawValue &+ PageFeatures.kind(of: element.tag) << 48) &* 0xC2B2_AE3D_27D4_EB4F
            return (numbers.number(of: (path ^ own) | 1), numbers.number(of: path & ~1))
        }
        alike = [Sum](repeating: Sum(), count: numbers.count)
        inElement = [Sum](repeating: Sum(), count: page.elements.count)
        inGroup = [Sum](repeating: Sum(), count: features.groups.counts.count)
        before = [Sum](repeating: Sum(), count: count + 1)
        certainBefore = [Int32](repeating: -1, count: count)
        certainAfter = certainBefore
        addUp()
        for index in certainBefore.indices.dropFirst() {
            certainBefore[index] =
                isCertain(index - 1) ? Int32(truncatingIfNeeded: index - 1) : certainBefore[index - 1]
        }
        for index in certainAfter.indices.dropLast().reversed() {
            certainAfter[index] = isCertain(index + 1) ? Int32(truncatingIfNeeded: index + 1) : certainAfter[index + 1]
        }
    }

    private mutating func addUp() {
        // Buffers, because each change of an array asks whether it has another owner.
        alike.withUnsafeMutableBufferPointer { alike in
            inElement.withUnsafeMutableBufferPointer { inElement in
                inGroup.withUnsafeMutableBufferPointer { inGroup in
                    before.withUnsafeMutableBufferPointer { before in
                        for index in probabilities.indices {
                            let characters = shapes[index].characters
                            let sum = Sum(mass: probabilities[index] * characters, characters: characters)
                            before[index + 1] = before[index]
                            before[index + 1].add(sum)
                            alike[keys[index].element].add(sum)
                            alike[keys[index].path].add(sum)
                            let element = page.blocks[index].element
                            inElement[Int(element)].add(sum)
                            inGroup[features.groups.group(of: element)].add(sum)
                        }
                        for index in page.elements.indices.dropFirst().reversed() {
                            inElement[Int(page.elements[index].parent)].add(inElement[index])
                        }
                    }
                }
            }
        }
    }

    private func isCertain(_ index: Int) -> Bool { probabilities[index] > 0.7 && shapes[index].characters > 80 }

    /// Writes what the second look asks of a block beyond what the first does, and of one that is not scored what is asked of
    /// it as another's neighbour.
    func fill(_ row: BlockRow, of index: Int, isScored: Bool) {
        row[.probability] = BlockRow.share(probabilities[index])
        guard isScored else { return }
        let all = before[probabilities.count]
        let total = all.mass + 1
        let characters = shapes[index].characters
        let own = Sum(mass: probabilities[index] * characters, characters: characters)
        row[.massBefore] = BlockRow.share(before[index].mass / total)
        row[.massAfter] = BlockRow.share(1 - before[index + 1].mass / total)
        row[.sinceCertain] = distance(from: index, to: certainBefore[index])
        row[.untilCertain] = distance(from: index, to: certainAfter[index])
        row[.nearMass] = massAround(index, 3, own)
        row[.wideMass] = massAround(index, 8, own)
        row[.mass] = BlockRow.level(total)
        row[.massShare] = BlockRow.share(total / (all.characters + 1))
        add(alike[keys[index].element], but: own, of: total, row, .alikeMass, .alikeShare)
        add(alike[keys[index].path], but: own, of: total, row, .pathMass, .pathShare)
        let inner = Int(page.blocks[index].element)
        let parent = Int(page.elements[inner].parent)
        let grandparent = Int(page.elements[parent].parent)
        add(inElement[inner], but: own, of: total, row, .mass0, .massShare0)
        add(inElement[parent], but: own, of: total, row, .mass1, .massShare1)
        add(inElement[grandparent], but: own, of: total, row, .mass2, .massShare2)
        add(inElement[Int(page.elements[grandparent].parent)], but: own, of: total, row, .mass3, .massShare3)
        let group = features.groups.group(of: page.blocks[index].element)
        add(inGroup[group], but: own, of: total, row, .groupMass, .groupMassShare)
        row[.levelsBefore] = levels(from: index, to: certainBefore[index])
        row[.levelsAfter] = levels(from: index, to: certainAfter[index])
        let heading = Int(features.totals.headings[index])
        row[.headingProbability] = heading >= 0 ? max(1, BlockRow.share(probabilities[heading])) : 0
    }

    /// Which share of the characters of other blocks belongs to the article, and of the article's which share they are.
    @inline(__always)
    private func add(
        _ sum: Sum, but own: Sum, of total: Float, _ row: BlockRow, _ density: BlockColumn, _ share: BlockColumn
    ) {
        row[density] = BlockRow.share((sum.mass - own.mass) / (sum.characters - own.characters + 1))
        row[share] = BlockRow.share(sum.mass / total)
    }

    /// Which share of the characters of so many blocks before and after belongs to the article.
    private func massAround(_ index: Int, _ width: Int, _ own: Sum) -> UInt8 {
        let first = max(0, index - width)
        let last = min(probabilities.count, index + width + 1)
        return BlockRow.share(
            (before[last].mass - before[first].mass - own.mass)
                / (before[last].characters - before[first].characters - own.characters + 1))
    }

    private func distance(from block: Int, to other: Int32) -> UInt8 {
        other < 0 ? Self.nowhere : BlockRow.count(min(Int(Self.nowhere), abs(block - Int(other))))
    }

    /// How many levels up the tree the first element stands that holds both blocks.
    private func levels(from block: Int, to other: Int32) -> UInt8 {
        guard other >= 0 else { return Self.nowhere }
        var element = Int(page.blocks[block].element)
        let inner = Int(page.blocks[Int(other)].element)
        for level in 0..<Self.highest {
            if features.containers.contains(element, inner) { return UInt8(truncatingIfNeeded: level) }
            element = Int(page.elements[element].parent)
        }
        return UInt8(truncatingIfNeeded: Self.highest)
    }
}
