/// Reads a body in one encoding, from bytes that outlive the reader.
package protocol BodyReader {
    /// Bytes read so far.
    var position: Int { get set }
    /// How many maps and arrays the next value is in.
    var depth: Int { get set }
    /// A field that a record does not describe is an error (options) or is passed over (results).
    var refusesUnknown: Bool { get }

    mutating func readInt() throws(BodyError) -> Int
    mutating func readDouble() throws(BodyError) -> Double
    mutating func readBool() throws(BodyError) -> Bool
    mutating func readString() throws(BodyError) -> String
    /// Calls `body` with the bytes that a string stands for, in place where nothing is escaped. Whether they are UTF-8
    /// is not looked at.
    mutating func readStringBytes<T>(_ body: (UnsafeBufferPointer<UInt8>) -> T) throws(BodyError) -> T
    mutating func readArray<T: FieldValue>() throws(BodyError) -> [T]
    /// Passes over one value of any kind.
    mutating func skipValue() throws(BodyError)

    /// Enters a map.
    ///
    /// - Returns: how many keys follow, or 1 where the encoding only says that there are any.
    mutating func openMap() throws(BodyError) -> Int
    /// Passes over the next key if it is this name as a writer of ours writes it.
    mutating func passKey(_ name: StaticString) -> Bool
    /// Passes over the next key, however it is written.
    mutating func readKey() throws(BodyError) -> MapKey
    func isKey(_ key: MapKey, _ name: StaticString) -> Bool
    func name(of key: MapKey) -> String
    /// Goes on from a value to the next key, or leaves the map.
    mutating func nextKey(_ remaining: inout Int) throws(BodyError)
}

extension BodyReader {
    /// Reads a record, whose fields that the body does not have keep their values.
    @inline(__always)
    package mutating func readRecord<T: Record>(into record: inout T) throws(BodyError) {
        if depth >= BodyLimits.depth { try BodyError.raiseNestedTooDeep(at: position) }
        depth &+= 1
        var walk = try RecordWalk(self)
        try walk.fill(&record)
        self = walk.reader
        depth &-= 1
    }
}
