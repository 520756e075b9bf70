import Dispatch

/// Reads a batch job's input on a thread of its own, because reading blocks.
enum BatchInput {
    /// - Parameter completed: lines that are done already and are passed over.
    static func start(
        _ source: InputSource, skipping completed: CompletedLines, budget: InFlightBudget, progress: InputProgress,
        into events: AsyncStream<BatchEvent>.Continuation
    ) {
        DispatchQueue(label: "wiredesk.input").async {
            do throws(InputFailure) {
                var reader = try LineReader(source)
                while let line = try reader.next() {
                    let isDone = completed.contains(line.number)
                    progress.addRead(line.cost, isDone: isDone)
                    if line.number <= completed.prefix { continue }
                    // What is done has no bytes to hold, but keeps its place until all before it are done.
                    budget.reserve(isDone ? 0 : line.cost)
                    if !isDone { events.yield(.read(line)) }
                }
                events.yield(.endOfInput)
            } catch {
                events.yield(.inputFailed(error))
            }
        }
    }
}
