import ArgumentParser

@main
struct Wiredesk: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wiredesk",
        abstract: "Reads scraped news articles: clean text, entities, summary.",
        subcommands: [Batch.self]
    )
}
