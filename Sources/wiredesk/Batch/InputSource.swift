/// Where a batch job reads: one line for each article, or one file.
enum InputSource: Sendable {
    case lines(InputFile)
    case folder(String)
}
