import WiredeskModel

/// Turns one line of the input into one line of the output.
struct LineAnalyst: Sendable {
    let desk: any Desk
    /// What the command line says, for what a line does not.
    let options: AnalysisOptions

    /// Never fails: what goes wrong becomes the line's error.
    func answer(to line: InputLine) async -> (bytes: [UInt8], isFailure: Bool) {
        do throws(WiredeskError) {
            switch line.content {
            case .line(let content):
                var request = try decode(content)
                let article = try request.takeArticle()
                let analysis = try await desk.analyze(article, options: request.options)
                return (BatchAnswer(id: request.id ?? LineID(number: line.number), .success(analysis)).line, false)
            case .file(let name, let bytes):
                let analysis = try await desk.analyze(try bytes.get(), options: options)
                return (BatchAnswer(id: LineID(name: name), .success(analysis)).line, false)
            case .longLine:
                throw WiredeskError(
                    .articleTooLarge, "a line of more than \(LineReader.maximumLineBytes >> 20) MiB")
            }
        } catch {
            return (BatchAnswer(id: id(of: line), .failure(error)).line, true)
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

    private func id(of line: InputLine) -> LineID {
        switch line.content {
        case .file(let name, _): return LineID(name: name)
        case .longLine: return LineID(number: line.number)
        case .line(let content):
            // A line that is wrong elsewhere may still say which one it is.
            return (try? JSONReader.decode(LineName.self, from: content).id) ?? LineID(number: line.number)
        }
    }
}
