import WiredeskModel

/// Turns one line of the input into one line of the output.
struct LineAnalyst: Sendable {
    let desk: any Desk
    /// What the command line says, for what a line does not.
    let options: AnalysisOptions

    /// Never fails: what goes wrong becomes the line's error.
    func answer(to line: InputLine) async -> (bytes: [UInt8], isFailure: Bool) {
        guard let content = line.content else {
            return failure(
                line, WiredeskError(.articleTooLarge, "a line of more than \(LineReader.maximumLineBytes >> 20) MiB"))
        }
        do throws(WiredeskError) {
            var request = try decode(content)
            let article = try request.takeArticle()
            let analysis = try await desk.analyze(article, options: request.options)
            return (BatchAnswer(id: request.id ?? LineID(number: line.number), .success(analysis)).line, false)
        } catch {
            return failure(line, error)
        }
    }

    private func decode(_ content: [UInt8]) throws(WiredeskError) -> BatchLine {
        var blank = BatchLine()
        blank.options = options
        // A line that sets one length means it instead of the command line's, whichever that is.
        blank.options.sentences = nil
        blank.options.words = nil
        blank.options.ratio = nil
        do {
            var line = try JSONReader.decode(updating: blank, from: content, refusingUnknownFields: true)
            if line.options.sentences == nil, line.options.words == nil, line.options.ratio == nil {
                line.options.sentences = options.sentences
                line.options.words = options.words
                line.options.ratio = options.ratio
            }
            return line
        } catch {
            switch error.kind {
            case .unknownField: throw WiredeskError(.unknownOption, error.description)
            case .badValue: throw WiredeskError(.badOption, error.description)
            default: throw WiredeskError(.badBody, error.description)
            }
        }
    }

    private func failure(_ line: InputLine, _ error: WiredeskError) -> (bytes: [UInt8], isFailure: Bool) {
        // A line that is wrong elsewhere may still say which one it is.
        let id = line.content.flatMap { try? JSONReader.decode(LineName.self, from: $0).id }
        return (BatchAnswer(id: id ?? LineID(number: line.number), .failure(error)).line, true)
    }
}
