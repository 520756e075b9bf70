import Dispatch

/// Reads a batch job's input on a thread of its own, because reading blocks.
struct BatchInput {
    let source: InputSource
    /// What is done already and is passed over.
    let completed: CompletedLines
    let budget: InFlightBudget
    let progress: InputProgress
    let events: AsyncStream<BatchEvent>.Continuation

    func start() {
        DispatchQueue(label: "wiredesk.input").async {
            do throws(InputFailure) {
                switch source {
                case .lines(let file): try read(try LineReader(file))
                case .folder(let path): try read(try FolderReader(path))
                }
                events.yield(.endOfInput)
            } catch {
                events.yield(.inputFailed(error))
            }
        }
    }

    private func read<Reader: InputReader & ~Copyable>(_ reader: consuming Reader) throws(InputFailure) {
        while let line = try reader.next(skipping: completed) {
            let isDone = completed.contains(line.number)
            progress.addRead(line.cost, isDone: isDone)
            if line.number <= completed.prefix { continue }
            // What is done has no bytes to hold, but keeps its place until all before it are done.
            budget.reserve(isDone ? 0 : line.cost)
            if !isDone { events.yield(.read(line)) }
        }
    }
}
