// Shows what the classifier sees of HTML pages, and what the engine finds with other weights.
//
//     dump-blocks --columns                     the columns of numbers: name, `number` or `signs`, and `around` where
//                                              questions may look at other blocks, a line each
//     dump-blocks FILE...                       the blocks: file, text, 1 for a menu entry and numbers, tab-separated
//     dump-blocks --around FIRST FILE...        likewise: file, what FIRST says, and the numbers of both looks
//     dump-blocks --read FIRST SECOND FILE...   the article: file and paragraphs, tab-separated, a line a page
//
// FIRST and SECOND are files of weights as boosting.py writes them. Numbers are bytes, two hexadecimal digits each.

import Foundation
@_spi(Training) import WiredeskEngine

func contents(of path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path))) }

func hexadecimal(_ numbers: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: numbers.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

let arguments = CommandLine.arguments.dropFirst()
switch (arguments.first, arguments.count) {
case ("--columns", 1):
    for column in BlockTrace.columns {
        print("\(column.name)\t\(column.isSigns ? "signs" : "number")\t\(column.isSeenFromAround ? "around" : "alone")")
    }
case ("--around", 2...):
    let weights = try contents(of: arguments[arguments.startIndex + 1])
    for path in arguments.dropFirst(2) {
        for block in try BlockTrace.blocks(of: contents(of: path), first: weights) {
            print("\(path)\t\(block.first)\t\(hexadecimal(block.numbers))")
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
            print("\(path)\t\(block.text)\t\(block.isMenuEntry ? 1 : 0)\t\(hexadecimal(block.numbers))")
        }
    }
}
