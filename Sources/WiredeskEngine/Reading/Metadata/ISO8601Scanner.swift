/// Reads the parts of an ISO 8601 date from left to right.
struct ISO8601Scanner {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    var isAtEnd: Bool { rest.isEmpty }

    var isAtDigit: Bool { rest.first.map { (0x30...0x39).contains($0) } ?? false }

    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: scalar) else { return false }
        rest.removeFirst()
        return true
    }

    /// Exactly that many digits.
    mutating func digits(_ count: Int) -> Int? {
        guard rest.count >= count else { return nil }
        var value = 0
        for byte in rest.prefix(count) {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        rest.removeFirst(count)
        return value
    }

    /// `10:05`, `10:05:30.250Z`, `100530+0200`, `10:05:30 +02:00`; nil and nothing read where there is no time.
    mutating func time() -> PublicationDate.Time? {
        let start = rest
        guard let hour = digits(2) else { return nil }
        let isExtended = skip(":")
        guard let minute = digits(2) else {
            rest = start
            return nil
        }
        var second: Int?
        if isExtended ? skip(":") : isAtDigit {
            guard let value = digits(2) else {
                rest = start
                return nil
            }
            second = value
            if skip(".") || skip(",") {
                while isAtDigit { rest.removeFirst() }
            }
        }
        return PublicationDate.Time(hour: hour, minute: minute, second: second, zone: zone())
    }

    /// Minutes east of UTC: `Z`, `+02`, `+0200` or `+02:00`.
    private mutating func zone() -> Int? {
        let start = rest
        _ = skip(" ")
        if skip("Z") || skip("z") { return 0 }
        let isWest = rest.first == UInt8(ascii: "-")
        guard skip("+") || skip("-"), let hours = digits(2) else {
            rest = start
            return nil
        }
        _ = skip(":")
        let minutes = digits(2) ?? 0
        guard hours <= 14, minutes < 60 else {
            rest = start
            return nil
        }
        return (hours * 60 + minutes) * (isWest ? -1 : 1)
    }
}
