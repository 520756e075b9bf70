/// What the tokenizer has just read; the tokenizer's own properties tell the rest.
enum HTMLToken {
    /// Characters, their references not resolved.
    case text
    case startTag
    case endTag
    case comment
    case doctype
    case end
}
