/// Shows training what the classifier sees of a page. No part of the engine's interface.
@_spi(Training) public struct BlockTrace {
    public let text: String
    /// The block's numbers in the order of `columns`, those of the second look only where there are weights for the first.
    public let numbers: [UInt8]
    /// What the first look says.
    public var first: Float = 0
    /// Whether no look is taken at it.
    public var isMenuEntry = false

    /// The columns: their names, whether each bit of one is a sign of its own, and whether questions may look at the
    /// numbers of other blocks in it.
    public static var columns: [(name: String, isSigns: Bool, isSeenFromAround: Bool)] {
        BlockColumn.allCases.map { ("\($0)", $0.isSigns, $0.isSeenFromAround) }
    }

    /// The blocks of an HTML page, with what weights for the first look say of them.
    public static func blocks(of bytes: [UInt8], first: [UInt8]? = nil) throws(WiredeskError) -> [BlockTrace] {
        let decoded = try TextDecoder.decode(bytes, charset: nil, isHTML: true)
        let page = try PageBuilder.build(decoded.utf8, interruption: Interruption())
        let features = try PageFeatures(page, interruption: Interruption())
        var alone = [Float](repeating: 0, count: page.blocks.count)
        if let first {
            alone = try withTrees(first, first) { (classifier) throws(WiredeskError) in
                try classifier.firstLook(page, features, interruption: Interruption()).0
            }
        }
        let neighbourhood = NeighbourhoodFeatures(page, features, probabilities: alone)
        let shown = first == nil ? BlockColumn.alone : BlockColumn.allCases.count
        return page.blocks.indices.map { index in
            var columns = BlockColumns(index..<(index + 1), of: page.blocks.count)
            var numbers: [UInt8] = []
            columns.write { row, block in
                guard block == index else { return }
                for column in BlockColumn.allCases { row[column] = 0 }
                features.fill(row, of: block)
                neighbourhood.fill(row, of: block, isScored: true)
                numbers = BlockColumn.allCases.prefix(shown).map { row[$0] }
            }
            return BlockTrace(
                text: String(decoding: page.text[page.blocks[index].range], as: UTF8.self), numbers: numbers,
                first: alone[index], isMenuEntry: features.isMenuEntry[index])
        }
    }

    /// The article's paragraphs as the engine finds them with other weights, in the form of `SymmetricTrees`.
    public static func article(of bytes: [UInt8], first: [UInt8], second: [UInt8]) throws(WiredeskError) -> [String] {
        let decoded = try TextDecoder.decode(bytes, charset: nil, isHTML: true)
        let page = try PageBuilder.build(decoded.utf8, interruption: Interruption())
        return try withTrees(first, second) { (classifier) throws(WiredeskError) in
            let mainText = try MainText(page, classifier: classifier, interruption: Interruption())
            return PassageMaker(page, mainText).passages().map { String(decoding: $0.text, as: UTF8.self) }
        }
    }

    private static func withTrees<Result>(
        _ first: [UInt8], _ second: [UInt8], _ body: (BlockClassifier) throws(WiredeskError) -> Result
    ) throws(WiredeskError) -> Result {
        let tables = [first, second].map { bytes in
            let table = UnsafeMutableRawBufferPointer.allocate(byteCount: max(16, bytes.count), alignment: 4)
            table.copyBytes(from: bytes)
            return table
        }
        defer { for table in tables { table.deallocate() } }
        return try body(
            BlockClassifier(
                first: SymmetricTrees(tables[0].baseAddress.unsafelyUnwrapped),
                second: SymmetricTrees(tables[1].baseAddress.unsafelyUnwrapped)))
    }
}
