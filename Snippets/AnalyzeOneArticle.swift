// Analyses one article on a server, and prints what it says of whom.

import WiredeskClient

let page = "<article><h1>Harbour bridge opens</h1><p>Mara Quill opened the bridge on Monday.</p></article>"

// snippet.connect
let client = try await Client.connect(to: ServerAddress("wiredesk://127.0.0.1:7411")!)
let analysis = try await client.analyze(page)
// snippet.end

// snippet.spans
if let article = analysis.article {
    let places = SpanLocator(article.text)
    for entity in analysis.entities ?? [] {
        print(entity.type.rawValue, entity.name, entity.mentions.map { places[$0] ?? "" })
    }
}
// snippet.end
await client.close()
