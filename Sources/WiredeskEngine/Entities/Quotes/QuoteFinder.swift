/// Finds direct quotes and who said them.
enum QuoteFinder {
    static func find(
        in document: Document, entities: [Entity], interruption: Interruption
    ) throws(WiredeskError) -> [Quote] {
        []
    }
}
