// Numbers.
extension JSONReader {
    /// A number as it stands in the body.
    private struct Number {
        var text: Range<Int>
        var isNegative = false
        /// Without a fraction and an exponent.
        var isInteger = true
        var hasExponent = false
        /// Those before the exponent, and how many of them are behind the point.
        var digits = 0
        var decimals = 0
        /// The number that the digits are, where they are few enough for it not to have overflowed.
        var value: UInt64 = 0
    }

    /// A number of so many digits fits 63 bits.
    private static let integerDigits = 18
    /// A number of so many digits is a double exactly, as is a power of ten up to it: divided, they give the double that
    /// is nearest to the quotient, which is what the text means (Clinger, 1990).
    private static let exactDigits = 15
    private static let powersOfTen: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]

    package mutating func readInt() throws(BodyError) -> Int {
        let number = try readNumber()
        guard number.isInteger else {
            try BodyError.raise(.wrongType, "expected an integer", at: number.text.lowerBound)
        }
        if number.digits <= Self.integerDigits {
            let value = Int(truncatingIfNeeded: number.value)
            return number.isNegative ? 0 &- value : value
        }
        guard let value = Int(String(decoding: bytes[number.text], as: UTF8.self)) else {
            try BodyError.raise(.badValue, "integer of more than 63 bits", at: number.text.lowerBound)
        }
        return value
    }

    package mutating func readDouble() throws(BodyError) -> Double {
        let number = try readNumber()
        if number.digits <= Self.exactDigits, !number.hasExponent {
            let value = Double(number.value) / Self.powersOfTen[number.decimals]
            return number.isNegative ? -value : value
        }
        guard let value = Double(String(decoding: bytes[number.text], as: UTF8.self)), value.isFinite else {
            try BodyError.raise(.badValue, "number out of range", at: number.text.lowerBound)
        }
        return value
    }

    /// Passes over a number, which may be larger than any that we could hold.
    mutating func skipNumber() throws(BodyError) {
        _ = try readNumber()
    }

    @inline(__always)
    private mutating func readNumber() throws(BodyError) -> Number {
        let first = try peek()
        if first &- 0x30 >= 10, first != UInt8(ascii: "-") {
            _ = try peekKind()
            try BodyError.raise(.wrongType, "expected a number", at: position)
        }
        let start = position
        var number = Number(text: start..<start)
        if bytes[position] == UInt8(ascii: "-") {
            number.isNegative = true
            position &+= 1
        }
        let integerStart = position
        number.digits = try readDigits(into: &number.value)
        if number.digits > 1, bytes[integerStart] == UInt8(ascii: "0") {
            try BodyError.raise(.malformed, "number with a leading zero", at: start)
        }
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            number.isInteger = false
            position &+= 1
            number.decimals = try readDigits(into: &number.value)
            number.digits &+= number.decimals
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            number.isInteger = false
            number.hasExponent = true
            position &+= 1
            if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
                position &+= 1
            }
            var exponent: UInt64 = 0
            _ = try readDigits(into: &exponent)
        }
        number.text = start..<position
        return number
    }

    /// Reads one digit or more.
    ///
    /// - Parameter value: becomes the number that its digits and these are, as far as 64 bits hold it.
    /// - Returns: how many there are.
    @inline(__always)
    private mutating func readDigits(into value: inout UInt64) throws(BodyError) -> Int {
        let start = position
        while position < bytes.count, case let digit = bytes[position] &- 0x30, digit < 10 {
            value = value &* 10 &+ UInt64(digit)
            position &+= 1
        }
        guard position > start else { try BodyError.raise(.malformed, "expected a digit", at: position) }
        return position &- start
    }
}
