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
                var request = try ArticleRecord(json: content, options: options)
                let article = try request.takeArticle()
                let analysis = try await desk.analyze(article, options: request.options)
                return (AnswerRecord(id: request.id ?? RecordID(number: line.number), .success(analysis)).line, false)
            case .file(let name, let bytes):
                let analysis = try await desk.analyze(try bytes.get(), options: options)
                return (AnswerRecord(id: RecordID(name: name), .success(analysis)).line, false)
            case .longLine:
                throw WiredeskError(
                    .articleTooLarge, "a line of more than \(LineReader.maximumLineBytes >> 20) MiB")
            }
        } catch {
            return (AnswerRecord(id: id(of: line), .failure(error)).line, true)
        }
    }

    private func id(of line: InputLine) -> RecordID {
        switch line.content {
        case .file(let name, _): return RecordID(name: name)
        case .longLine: return RecordID(number: line.number)
        case .line(let content):
            // A line that is wrong elsewhere may still say which one it is.
            return (try? JSONReader.decode(RecordName.self, from: content).id) ?? RecordID(number: line.number)
        }
    }
}
