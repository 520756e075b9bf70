/// What the first look at a page's blocks says about each block's surroundings, as numbers for the second.
///
/// They follow the block's own numbers (`PageFeatures`) in the classifier's row.
struct NeighbourhoodFeatures {
    static let count = 32

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
                (element.own.rawValue &+ UInt64(PageFeatures.kind(of: element.tag)) << 48) &* 0xC2B2_AE3D_27D4_EB4F
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

    /// Writes the numbers of a block.
    func fill(_ row: inout FeatureRow, of index: Int) {
        for offset in -3...3 {
            row.add(probabilities.indices.contains(index + offset) ? probabilities[index + offset] : 0)
        }
        let total = (massBefore.last ?? 0) + 1
        let characters = shapes[index].characters
        let mass = probabilities[index] * characters
        row.add(massBefore[index] / total)
        row.add(1 - massBefore[index + 1] / total)
        row.add(sinceCertain[index])
        row.add(untilCertain[index])
        for width in [3, 8] {
            let first = max(0, index - width)
            let last = min(probabilities.count, index + width + 1)
            row.add(
                (massBefore[last] - massBefore[first] - mass)
                    / (charactersBefore[last] - charactersBefore[first] - characters + 1))
        }
        row.add(total)
        row.add(total / ((charactersBefore.last ?? 0) + 1))
        for key in [keys[index].element, keys[index].path] {
            let sum = alike[key]
            row.add((sum.mass - mass) / (sum.characters - characters + 1))
            row.add(sum.mass / total)
        }
        addContainers(index, mass: mass, total: total, &row)
    }

    /// What the elements around the block hold beside it, and how near the article's certain blocks stand in the tree.
    private func addContainers(_ index: Int, mass: Float, total: Float, _ row: inout FeatureRow) {
        let characters = shapes[index].characters
        var element = page.blocks[index].element
        for _ in 0..<4 {
            let sum = inElement[Int(element)]
            row.add((sum.mass - mass) / (sum.characters - characters + 1))
            row.add(sum.mass / total)
            element = page.elements[Int(element)].parent
        }
        let sum = inGroup[features.groups.group(of: page.blocks[index].element)]
        row.add((sum.mass - mass) / (sum.characters - characters + 1))
        row.add(sum.mass / total)
        row.add(levels(from: index, to: certainBefore[index]))
        row.add(levels(from: index, to: certainAfter[index]))
        let heading = Int(features.totals.headings[index])
        row.add(heading >= 0 ? probabilities[heading] : -1)
    }

    /// How many levels up the tree the first element stands that holds both blocks.
    private func levels(from block: Int, to other: Int32) -> Float {
        guard other >= 0 else { return Self.farthest }
        var element = Int(page.blocks[block].element)
        let inner = Int(page.blocks[Int(other)].element)
        for level in 0..<Self.highest {
            if features.containers.contains(element, inner) { return Float(level) }
            element = Int(page.elements[element].parent)
        }
        return Float(Self.highest)
    }
}
