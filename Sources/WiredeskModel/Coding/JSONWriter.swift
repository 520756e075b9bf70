/// Writes JSON (RFC 8259) in UTF-8, on one line or indented by two spaces.
package struct JSONWriter: BodyWriter {
    private var bytes = OutputBytes()
    private let isPretty: Bool
    private var depth = 0
    private var isFirst = true

    private init(pretty: Bool) {
        isPretty = pretty
    }

    package static func encode<T: FieldValue>(_ value: T, pretty: Bool = false) -> [UInt8] {
        var writer = JSONWriter(pretty: pretty)
        defer { writer.bytes.deallocate() }
        value.write(to: &writer)
        return writer.bytes.array
    }

    @inline(__always)
    private mutating func newLine() {
        if isPretty { indent() }
    }

    @inline(never)
    private mutating func indent() {
        bytes.append(0x0A)
        for _ in 0..<depth { bytes.append("  ") }
    }

    @inline(__always)
    private mutating func separate() {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        newLine()
    }

    @inline(__always)
    private mutating func open(_ bracket: Unicode.Scalar) {
        bytes.append(UInt8(ascii: bracket))
        depth &+= 1
        isFirst = true
    }

    @inline(__always)
    private mutating func close(_ bracket: Unicode.Scalar) {
        depth &-= 1
        if !isFirst { newLine() }
        bytes.append(UInt8(ascii: bracket))
        isFirst = false
    }

    @inline(__always)
    package mutating func write(_ value: Int) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        write(digitsOf: value.magnitude)
    }

    @inline(__always)
    private mutating func write(digitsOf value: UInt) {
        let count = DecimalDigits.count(of: value)
        bytes.append(upTo: count) { place in
            DecimalDigits.put(value, count: count, at: place)
            return count
        }
    }

    package mutating func write(_ value: Double) {
        // Most of ours are of four decimals at most. As decimals of so few digits are all different doubles, the one that
        // gives the value is also the shortest that does, which is what a description gives.
        let tenThousandths = 0 <= value && value < 100_000 ? UInt(value * 10_000 + 0.5) : 0
        if Double(tenThousandths) / 10_000 == value {
            write(tenThousandths: tenThousandths)
        } else {
            // JSON has no infinities; no field of ours holds one.
            var text =
                value.isFinite ? (value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)") : "0"
            text.withUTF8 { bytes.append($0) }
        }
    }

    private mutating func write(tenThousandths value: UInt) {
        let (whole, fraction) = value.quotientAndRemainder(dividingBy: 10_000)
        write(digitsOf: whole)
        guard fraction > 0 else { return }
        bytes.append(upTo: 5) { place in
            place.storeBytes(of: UInt8(ascii: "."), as: UInt8.self)
            DecimalDigits.put(fraction, count: 4, at: place + 1)
            return fraction % 100 > 0 ? fraction % 10 > 0 ? 5 : 4 : fraction % 1000 > 0 ? 3 : 2
        }
    }

    package mutating func write(_ value: Bool) {
        if value { bytes.append("true") } else { bytes.append("false") }
    }

    package mutating func write(_ value: String) {
        var value = value
        bytes.append(UInt8(ascii: "\""))
        value.withUTF8 { appendEscaped($0) }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>) {
        var start = 0
        while true {
            let end = JSONText.firstSpecial(in: utf8, from: start)
            bytes.append(UnsafeBufferPointer(rebasing: utf8[start..<end]))
            guard end < utf8.count else { return }
            appendEscape(of: utf8[end])
            start = end + 1
        }
    }

    private mutating func appendEscape(of byte: UInt8) {
        bytes.append(0x5C)
        switch byte {
        case 0x22, 0x5C: bytes.append(byte)
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        default:
            bytes.append("u00")
            bytes.append(Self.hexadecimal(byte >> 4))
            bytes.append(Self.hexadecimal(byte & 15))
        }
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
    }

    /// Writes a value that is JSON already.
    package mutating func writeVerbatim(_ json: [UInt8]) {
        json.withUnsafeBufferPointer { bytes.append($0) }
    }

    @inline(__always)
    package mutating func writeKey(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        bytes.append(name)
        bytes.append("\":")
        if isPretty { bytes.append(0x20) }
    }

    @inline(__always)
    package mutating func writeArray<T: FieldValue>(_ values: [T]) {
        open("[")
        let values = values.span
        for index in values.indices {
            separate()
            values[index].write(to: &self)
        }
        close("]")
    }

    @inline(__always)
    package mutating func writeRecord<T: Record>(_ value: T) {
        open("{")
        var value = value
        // A writer refuses nothing.
        try? value.describe(&self)
        close("}")
    }
}
