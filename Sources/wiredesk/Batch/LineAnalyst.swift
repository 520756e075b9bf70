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
            var request = try ArticleRecord(json: content, options: options)
            let article = try request.takeArticle()
            let analysis = try await desk.analyze(article, options: request.options)
            return (AnswerRecord(id: request.id ?? RecordID(number: line.number), .success(analysis)).line, false)
        } catch {
            return failure(line, error)
        }
    }

    private func failure(_ line: InputLine, _ error: WiredeskError) -> (bytes: [UInt8], isFailure: Bool) {
        // A line that is wrong elsewhere may still say which one it is.
        let id = line.content.flatMap { try? JSONReader.decode(RecordName.self, from: $0).id }
        return (AnswerRecord(id: id ?? RecordID(number: line.number), .failure(error)).line, true)
    }
}
