// Prints the blocks of HTML pages with the numbers that the classifier sees: file, text and features, tab-separated,
// a line a block.
//
//     dump-blocks FILE...

import Foundation
@_spi(Training) import WiredeskEngine

for path in CommandLine.arguments.dropFirst() {
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    for block in try BlockTrace.blocks(of: bytes) {
        let features = block.features.map { $0 == $0.rounded() ? String(Int($0)) : String($0) }
        print("\(path)\t\(block.text)\t\(features.joined(separator: ","))")
    }
}
