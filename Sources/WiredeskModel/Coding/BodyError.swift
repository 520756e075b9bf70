/// What is wrong with a CBOR or JSON body.
package struct BodyError: Error, Sendable, Equatable, CustomStringConvertible {
    package enum Kind: Sendable {
        /// Not well-formed, or past a limit of `BodyLimits`.
        case malformed
        /// Well-formed, but of another type than the field's.
        case wrongType
        case badValue
        case missingField
        case duplicateField
        case unknownField
    }

    package var kind: Kind
    package var message: String
    /// Bytes from the body's start, when a reader found it.
    package var position: Int?

    package init(_ kind: Kind, _ message: String, at position: Int? = nil) {
        self.kind = kind
        self.message = message
        self.position = position
    }

    package var description: String { position.map { "\(message) (byte \($0))" } ?? message }
}

extension BodyError {
    /// What it means in what a caller sent.
    package var requestErrorCode: ErrorCode {
        switch kind {
        case .unknownField: .unknownOption
        case .badValue: .badOption
        case .malformed, .wrongType, .missingField, .duplicateField: .badBody
        }
    }
}

// What readers throw. Out of line, because the way on is what counts; and by a call, because the compiler (6.3) does not
// see through a requirement of a protocol to a method that has a typed `throw` of its own.
extension BodyError {
    @inline(never)
    static func raise(_ kind: Kind, _ message: StaticString, at position: Int) throws(BodyError) -> Never {
        throw BodyError(kind, message.description, at: position)
    }

    @inline(never)
    static func raiseNestedTooDeep(at position: Int) throws(BodyError) -> Never {
        throw BodyError(.malformed, "nested more than \(BodyLimits.depth) deep", at: position)
    }

    @inline(never)
    static func raiseDuplicate(_ name: StaticString, at position: Int) throws(BodyError) -> Never {
        throw BodyError(.duplicateField, "\"\(name)\" twice", at: position)
    }
}
