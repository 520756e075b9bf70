/// Mends the JSON that pages carry, so that a strict reader takes it: control characters inside strings, commas before a
/// closing bracket, HTML comments and CDATA marks around, a semicolon at the end.
enum JSONCleaner {
    static func clean(_ bytes: [UInt8]) -> [UInt8] {
        // The value begins at its first bracket and ends at its last; what stands around is comment or script.
        let openers: Set<UInt8> = [UInt8(ascii: "{"), UInt8(ascii: "[")]
        guard var first = bytes.firstIndex(where: openers.contains) else { return [] }
        let cdata = Array("[CDATA[".utf8)
        if first > 0, bytes[first - 1] == UInt8(ascii: "!"), bytes[first...].starts(with: cdata) {
            guard let next = bytes[(first + cdata.count)...].firstIndex(where: openers.contains) else { return [] }
            first = next
        }
        var cleaned: [UInt8] = []
        cleaned.reserveCapacity(bytes.count - first)
        var isInString = false
        var depth = 0
        var index = first
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if isInString {
                switch byte {
                case UInt8(ascii: "\\"):
                    guard index < bytes.count else { break }
                    let escaped = bytes[index]
                    index += 1
                    if Self.escapes.contains(escaped) {
                        cleaned += [byte, escaped]
                    } else if escaped < 0x20 {
                        cleaned.append(0x20)
                    } else {
                        // `\'` and its kin are no escapes of JSON: the character stands for itself.
                        cleaned.append(escaped)
                    }
                case 0..<0x20: cleaned.append(0x20)
                case UInt8(ascii: "\""):
                    isInString = false
                    cleaned.append(byte)
                default: cleaned.append(byte)
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isInString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                while let last = cleaned.last, last <= 0x20 || last == UInt8(ascii: ",") { cleaned.removeLast() }
                depth -= 1
            case 0..<0x20: continue
            default: break
            }
            cleaned.append(byte)
            if depth == 0 { break }
        }
        return cleaned
    }

    private static let escapes = Set("\"\\/bfnrtu".utf8)
}
