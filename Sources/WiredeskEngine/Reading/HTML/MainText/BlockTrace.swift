/// Shows training what the classifier would see of a page. No part of the engine's interface.
@_spi(Training) public struct BlockTrace {
    public let text: String
    public let features: [Float]

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
