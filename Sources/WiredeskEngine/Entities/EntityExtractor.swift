/// Finds the entities of a document and groups their mentions.
enum EntityExtractor {
    static func extract(from document: Document, interruption: Interruption) throws(WiredeskError) -> [Entity] {
        []
    }
}
