/// How the tokenizer reads what follows: the states of HTML 13.2.5 that an element's content can begin in.
enum HTMLContentModel: UInt8 {
    case data
    /// Character references but no tags, up to the element's end tag.
    case rcdata
    /// Neither, up to the element's end tag.
    case rawText
    /// As `rawText`, with the escapes of old comments around scripts.
    case scriptData
    /// Neither, to the end of the input.
    case plainText
    /// Neither, to `]]>`.
    case cdata
}
