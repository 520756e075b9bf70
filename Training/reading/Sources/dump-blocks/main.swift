// Shows what the classifier sees of HTML pages, and what the engine finds with other weights.
//
//     dump-blocks FILE...                       the blocks: file, text and features, tab-separated, a line a block
//     dump-blocks --read FIRST SECOND FILE...   the article: file and paragraphs, tab-separated, a line a page
//
// FIRST and SECOND are files of weights as export.py writes them.

import Foundation
@_spi(Training) import WiredeskEngine

func contents(of path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path))) }

let arguments = CommandLine.arguments.dropFirst()
if arguments.first == "--read", arguments.count >= 3 {
    let weights = try arguments.dropFirst().prefix(2).map(contents)
    for path in arguments.dropFirst(3) {
        let article = try BlockTrace.article(of: contents(of: path), first: weights[0], second: weights[1])
        print(([path] + article).joined(separator: "\t"))
    }
} else {
    for path in arguments {
        for block in try BlockTrace.blocks(of: contents(of: path)) {
            let features = block.features.map { $0 == $0.rounded() ? String(Int($0)) : String($0) }
            print("\(path)\t\(block.text)\t\(features.joined(separator: ","))")
        }
    }
}
