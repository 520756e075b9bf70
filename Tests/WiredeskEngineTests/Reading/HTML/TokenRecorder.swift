@testable import WiredeskEngine

/// Reads tokens in the form of the html5lib tests: what the standard's tokenizer would emit, adjacent characters joined.
struct TokenRecorder {
    enum Token: Equatable {
        case characters(String)
        case startTag(String, [String: String])
        case endTag(String)
        case comment(String)
        case doctype
    }

    static func tokens(
        of input: [UInt8], contentModel: HTMLContentModel = .data, lastStartTag: String = "",
        switchesContent: Bool = false
    ) -> [Token] {
        // The standard's preprocessing: line ends become LF.
        var bytes: [UInt8] = []
        for (index, byte) in input.enumerated() where !(byte == 0x0A && index > 0 && input[index - 1] == 0x0D) {
            bytes.append(byte == 0x0D ? 0x0A : byte)
        }
        var tokens: [Token] = []
        bytes.withUnsafeBufferPointer { bytes in
            var tokenizer = HTMLTokenizer(bytes, contentModel: contentModel, lastStartName: Array(lastStartTag.utf8))
            while true {
                let isRaw = tokenizer.contentModel != .data && tokenizer.contentModel != .cdata
                switch tokenizer.next() {
                case .end: return
                case .doctype: tokens.append(.doctype)
                case .comment: tokens.append(.comment(text(bytes, tokenizer.content, replacesNULs: true)))
                case .endTag: tokens.append(.endTag(text(bytes, tokenizer.name, replacesNULs: true, lowercased: true)))
                case .startTag:
                    tokens.append(
                        .startTag(
                            text(bytes, tokenizer.name, replacesNULs: true, lowercased: true), attributes(tokenizer)))
                    // The tests' tokenizer has no tree construction that would switch its state.
                    if !switchesContent { tokenizer.contentModel = .data }
                case .text:
                    let shown = text(
                        bytes, tokenizer.content, resolves: tokenizer.resolvesReferences, replacesNULs: isRaw)
                    if case .characters(let before) = tokens.last {
                        tokens[tokens.count - 1] = .characters(before + shown)
                    } else {
                        tokens.append(.characters(shown))
                    }
                }
            }
        }
        return tokens
    }

    private static func attributes(_ tokenizer: borrowing HTMLTokenizer) -> [String: String] {
        var attributes: [String: String] = [:]
        for attribute in tokenizer.attributes {
            let name = text(tokenizer.bytes, attribute.nameRange, replacesNULs: true, lowercased: true)
            guard attributes[name] == nil else { continue }
            attributes[name] = text(
                tokenizer.bytes, attribute.valueRange, resolves: true, inAttribute: true, replacesNULs: true)
        }
        return attributes
    }

    private static func text(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, resolves: Bool = false, inAttribute: Bool = false,
        replacesNULs: Bool, lowercased: Bool = false
    ) -> String {
        var output: [UInt8] = []
        var scan = range.lowerBound
        while scan < range.upperBound {
            if resolves, bytes[scan] == 0x26,
                let next = CharacterReferences.shared.resolve(
                    bytes, at: scan, end: range.upperBound, inAttribute: inAttribute, into: &output)
            {
                scan = next
                continue
            }
            let byte = bytes[scan]
            if byte == 0, replacesNULs {
                output += [0xEF, 0xBF, 0xBD]
            } else {
                output.append(lowercased && (0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            }
            scan += 1
        }
        return String(decoding: output, as: UTF8.self)
    }
}
