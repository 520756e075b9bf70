/// Shows training what the classifier would see of a page. No part of the engine's interface.
@_spi(Training) public struct BlockTrace {
    public let text: String
    public let features: [Float]
    /// What the first look says, and what the second sees of it around the block; nothing without weights.
    public var first: Float = 0
    public var around: [Float] = []

    /// The blocks of an HTML page with what weights for the first look say of them.
    public static func blocks(of bytes: [UInt8], first: [UInt8]) throws(WiredeskError) -> [BlockTrace] {
        let ensemble = first.withUnsafeBufferPointer { TreeEnsemble($0) }
        let decoded = try TextDecoder.decode(bytes, charset: nil, isHTML: true)
        let page = try PageBuilder.build(decoded.utf8, interruption: Interruption())
        let features = try PageFeatures(page, interruption: Interruption())
        let alone = try BlockClassifier(first: ensemble, second: ensemble)
            .firstLook(page, features, interruption: Interruption())
        let neighbourhood = NeighbourhoodFeatures(page, features, probabilities: alone)
        var row = [Float](repeating: 0, count: NeighbourhoodFeatures.count)
        return page.blocks.indices.map { index in
            row.withUnsafeMutableBufferPointer { row in
                row.update(repeating: 0)
                var row = FeatureRow(row)
                neighbourhood.fill(&row, of: index)
                row.finish()
            }
            return BlockTrace(text: "", features: [], first: alone[index], around: row)
        }
    }

    /// The article's paragraphs as the engine finds them with other weights, in the form of `TreeEnsemble`.
    public static func article(of bytes: [UInt8], first: [UInt8], second: [UInt8]) throws(WiredeskError) -> [String] {
        let classifier = BlockClassifier(
            first: first.withUnsafeBufferPointer { TreeEnsemble($0) },
            second: second.withUnsafeBufferPointer { TreeEnsemble($0) })
        let decoded = try TextDecoder.decode(bytes, charset: nil, isHTML: true)
        let page = try PageBuilder.build(decoded.utf8, interruption: Interruption())
        let mainText = try MainText(page, classifier: classifier, interruption: Interruption())
        return PassageMaker(page, mainText).passages().map { String(decoding: $0.text, as: UTF8.self) }
    }

    /// The blocks of an HTML page.
    public static func blocks(of bytes: [UInt8]) throws(WiredeskError) -> [BlockTrace] {
        let decoded = try TextDecoder.decode(bytes, charset: nil, isHTML: true)
        let page = try PageBuilder.build(decoded.utf8, interruption: Interruption())
        let features = try PageFeatures(page, interruption: Interruption())
        var row = [Float](repeating: 0, count: PageFeatures.count)
        return page.blocks.indices.map { index in
            row.withUnsafeMutableBufferPointer { row in
                row.update(repeating: 0)
                var row = FeatureRow(row)
                features.fill(&row, of: index)
                row.finish()
            }
            return BlockTrace(text: String(decoding: page.text[page.blocks[index].range], as: UTF8.self), features: row)
        }
    }
}
