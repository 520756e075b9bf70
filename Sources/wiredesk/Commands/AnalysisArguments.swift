import ArgumentParser
import WiredeskModel

/// The flags that say what to do with an article, the same for every command that takes articles.
struct AnalysisArguments: ParsableArguments {
    @Option(help: "What to do, separated by commas: reading, entities, summary. (default: all)")
    var stages: StageList?

    @Option(help: "What the input is: auto, html or text. (default: auto)")
    var content: ContentKind?

    @Flag(help: "Take the text as it is, to the last character: nothing is removed or rejoined.")
    var verbatim = false

    @Option(help: ArgumentHelp("The encoding that came with the bytes (HTTP's charset).", valueName: "label"))
    var charset: String?

    @Option(help: "Where the article was found.")
    var url: String?

    @Option(help: ArgumentHelp("When it was published, ISO 8601; outweighs what it says.", valueName: "date"))
    var published: String?

    @Option(help: ArgumentHelp("Length of the summary in sentences. (default: 3)", valueName: "n"))
    var sentences: Int?

    @Option(help: ArgumentHelp("Length of the summary in words, at most.", valueName: "n"))
    var words: Int?

    @Option(help: ArgumentHelp("Length of the summary as a share of the article's words, to 1.", valueName: "r"))
    var ratio: Double?

    @Option(help: "What spans count: scalar, utf8 or utf16. (default: scalar)")
    var offsets: OffsetUnit?

    @Flag(help: "Leave out how long each stage took: the same input gives the same bytes.")
    var noTimings = false

    @Option(help: ArgumentHelp("Give up on an article after this long: 500ms, 5s, 2m.", valueName: "duration"))
    var timeout: TimeLimit?

    func validate() throws {
        guard [sentences != nil, words != nil, ratio != nil].count(where: \.self) <= 1 else {
            throw ValidationError("--sentences, --words and --ratio exclude one another.")
        }
        if let sentences, !(1...1000).contains(sentences) { throw ValidationError("--sentences is 1 to 1000.") }
        if let words, !(1...100_000).contains(words) { throw ValidationError("--words is 1 to 100000.") }
        if let ratio, !(ratio > 0 && ratio <= 1) { throw ValidationError("--ratio is above 0 and at most 1.") }
        if verbatim, content == .html { throw ValidationError("--verbatim is for text, not for HTML.") }
    }

    var options: AnalysisOptions {
        var options = AnalysisOptions()
        if let stages { options.stages = stages.stages }
        if let content { options.content = content }
        options.verbatim = verbatim
        options.charset = charset
        options.url = url
        options.published = published
        options.sentences = sentences
        options.words = words
        options.ratio = ratio
        if let offsets { options.offsets = offsets }
        options.timings = !noTimings
        return options
    }
}
