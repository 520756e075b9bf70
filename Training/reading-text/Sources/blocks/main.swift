@testable import WiredeskEngine

// Reads texts from standard input, each after a line with its length in bytes. For each writes one line with the number
// of its blocks, then a line for each block: the blocks' source ranges as `start-end,start-end`, a tab, and its
// features with spaces between, its own before those of its context.
while let header = readLine(), let length = Int(header) {
    var text: [UInt8] = []
    text.reserveCapacity(length + 1)
    while text.count < length, let line = readLine(strippingNewline: false) { text += line.utf8 }
    let output = try text.prefix(length).withUnsafeBufferPointer { bytes in
        let never = Interruption()
        let joiner = try LineJoiner(LineScanner.lines(of: Array(bytes)), in: bytes, interruption: never)
        let blocks = joiner.blocks(in: bytes)
        let features = try TextBlockFeatures(blocks, in: bytes, interruption: never)
        var output = "\(blocks.count)\n"
        for (index, block) in blocks.enumerated() {
            output += block.lines.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",") + "\t"
            let own = features.own[(index * TextBlockFeatures.ownCount)..<((index + 1) * TextBlockFeatures.ownCount)]
            let context = features.context[
                (index * TextBlockFeatures.contextCount)..<((index + 1) * TextBlockFeatures.contextCount)]
            output += (own + context).map { $0.description }.joined(separator: " ") + "\n"
        }
        return output
    }
    print(output, terminator: "")
}
