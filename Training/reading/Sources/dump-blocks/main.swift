// Shows what the classifier sees of HTML pages, and what the engine finds with other weights.
//
//     dump-blocks FILE...                       the blocks: file, text and features, tab-separated, a line a block
//     dump-blocks --around FIRST FILE...        likewise: file, what FIRST says, and what the second look sees of that
//     dump-blocks --read FIRST SECOND FILE...   the article: file and paragraphs, tab-separated, a line a page
//
// FIRST and SECOND are files of weights as export.py writes them.

import Foundation
@_spi(Training) import WiredeskEngine

func contents(of path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path))) }

func list(_ numbers: [Float]) -> String {
    numbers.map { $0 == $0.rounded() ? String(Int($0)) : String($0) }.joined(separator: ",")
}

let arguments = CommandLine.arguments.dropFirst()
switch (arguments.first, arguments.count) {
case ("--around", 2...):
    let weights = try contents(of: arguments[arguments.startIndex + 1])
    for path in arguments.dropFirst(2) {
        for block in try BlockTrace.blocks(of: contents(of: path), first: weights) {
            print("\(path)\t\(block.first)\t\(list(block.around))")
        }
    }
case ("--read", 3...):
    let weights = try arguments.dropFirst().prefix(2).map(contents)
    for path in arguments.dropFirst(3) {
        let article = try BlockTrace.article(of: contents(of: path), first: weights[0], second: weights[1])
        print(([path] + article).joined(separator: "\t"))
    }
default:
    for path in arguments {
        for block in try BlockTrace.blocks(of: contents(of: path)) {
            print("\(path)\t\(block.text)\t\(list(block.features))")
        }
    }
}
