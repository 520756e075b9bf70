/// What the first look at a page's blocks says about each block's surroundings, for the second.
struct NeighbourhoodFeatures {
    private let probabilities: [Float]
    private let shapes: [BlockShape]
    /// Characters before each block, and those of them that belong to the article: probability times characters.
    private var charactersBefore: [Float] = [0]
    private var massBefore: [Float] = [0]
    /// Blocks since and until the nearest long block that surely belongs to the article.
    private var sinceCertain: [Float]
    private var untilCertain: [Float]
    /// Sums over the blocks whose elements are named alike, and have ancestors named alike.
    private var alike: [Sum]
    /// For each block the places of its two sums in `alike`.
    private let keys: [(element: Int, path: Int)]
    /// What each element holds, and what the elements that stand alike hold by themselves.
    private var inElement: [Sum]
    private var inGroup: [Sum]
    /// The nearest such block before and after each, -1 for none.
    private var certainBefore: [Int32]
    private var certainAfter: [Int32]
    private let page: Page
    private let features: PageFeatures

    private struct Sum {
        var mass: Float = 0
        var characters: Float = 0
    }

    private static let farthest: Float = 100
    private static let highest = 10
    private static let nowhere: UInt8 = 100

    init(_ page: Page, _ features: PageFeatures, probabilities: [Float]) {
        self.page = page
        self.features = features
        inElement = [Sum](repeating: Sum(), count: page.elements.count)
        inGroup = [Sum](repeating: Sum(), count: features.groups.counts.count)
        certainBefore = [Int32](repeating: -1, count: probabilities.count)
        certainAfter = certainBefore
        self.probabilities = probabilities
        shapes = features.shapes
        sinceCertain = [Float](repeating: Self.farthest, count: probabilities.count)
        untilCertain = sinceCertain
        var numbers = HashNumbering(capacity: page.blocks.count * 2)
        keys = page.blocks.map { block in
            let element = page.elements[Int(block.element)]
            let path = element.path.rawValue &* 0x9E37_79B9_7F4A_7C15
            let own =
                (element.own.rawValue &+ PageFeatures.kind(of: element.tag) << 48) &* 0xC2B2_AE3D_27D4_EB4F
            return (numbers.number(of: (path ^ own) | 1), numbers.number(of: path & ~1))
        }
        alike = [Sum](repeating: Sum(), count: numbers.count)
        for (index, probability) in probabilities.enumerated() {
            let characters = shapes[index].characters
            let mass = probability * characters
            charactersBefore.append(charactersBefore[index] + characters)
            massBefore.append(massBefore[index] + mass)
            for key in [keys[index].element, keys[index].path] {
                alike[key].mass += mass
                alike[key].characters += characters
            }
            let element = Int(page.blocks[index].element)
            inElement[element].mass += mass
            inElement[element].characters += characters
            let group = features.groups.group(of: page.blocks[index].element)
            inGroup[group].mass += mass
            inGroup[group].characters += characters
            if index > 0 {
                certainBefore[index] =
                    isCertain(index - 1) ? Int32(truncatingIfNeeded: index - 1) : certainBefore[index - 1]
                sinceCertain[index] = isCertain(index - 1) ? 1 : min(Self.farthest, sinceCertain[index - 1] + 1)
            }
        }
        for index in probabilities.indices.dropLast().reversed() {
            untilCertain[index] = isCertain(index + 1) ? 1 : min(Self.farthest, untilCertain[index + 1] + 1)
            certainAfter[index] = isCertain(index + 1) ? Int32(truncatingIfNeeded: index + 1) : certainAfter[index + 1]
        }
        for index in page.elements.indices.dropFirst().reversed() {
            let parent = Int(page.elements[index].parent)
            inElement[parent].mass += inElement[index].mass
            inElement[parent].characters += inElement[index].characters
        }
    }

    private func isCertain(_ index: Int) -> Bool { probabilities[index] > 0.7 && shapes[index].characters > 80 }

    /// Writes what the second look asks of a block beyond what the first does.
    func fill(_ row: BlockRow, of index: Int) {
        let total = (massBefore.last ?? 0) + 1
        let characters = shapes[index].characters
        let own = Sum(mass: probabilities[index] * characters, characters: characters)
        row[.probability] = BlockRow.share(probabilities[index])
        row[.massBefore] = BlockRow.share(massBefore[index] / total)
        row[.massAfter] = BlockRow.share(1 - massBefore[index + 1] / total)
        row[.sinceCertain] = BlockRow.count(Int(sinceCertain[index]))
        row[.untilCertain] = BlockRow.count(Int(untilCertain[index]))
        row[.nearMass] = massAround(index, 3, own)
        row[.wideMass] = massAround(index, 8, own)
        row[.mass] = BlockRow.level(total)
        row[.massShare] = BlockRow.share(total / ((charactersBefore.last ?? 0) + 1))
        add(alike[keys[index].element], but: own, of: total, row, .alikeMass, .alikeShare)
        add(alike[keys[index].path], but: own, of: total, row, .pathMass, .pathShare)
        let inner = Int(page.blocks[index].element)
        let parent = Int(page.elements[inner].parent)
        let grandparent = Int(page.elements[parent].parent)
        add(inElement[inner], but: own, of: total, row, .mass0, .massShare0)
        add(inElement[parent], but: own, of: total, row, .mass1, .massShare1)
        add(inElement[grandparent], but: own, of: total, row, .mass2, .massShare2)
        add(inElement[Int(page.elements[grandparent].parent)], but: own, of: total, row, .mass3, .massShare3)
        add(inGroup[features.groups.group(of: page.blocks[index].element)], but: own, of: total, row, .groupMass, .groupMassShare)
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
            (massBefore[last] - massBefore[first] - own.mass)
                / (charactersBefore[last] - charactersBefore[first] - own.characters + 1))
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
