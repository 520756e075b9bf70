/// Breaks styled text into lines of a width counted in columns. Words are never cut: one that is wider than the line
/// stands on a line of its own and the terminal folds it, so that a long address can still be copied.
struct LineWrapper {
    private let columns: Int
    private var lines: [StyledText] = []
    private var line = StyledText()
    private var lineColumns = 0
    private var word = StyledText()
    private var wordColumns = 0
    /// The character before, which decides whether a line may end behind it.
    private var previous: Character?
    /// A space between the line and the word, in the style of the text around it.
    private var gap: TextStyle?

    private init(columns: Int) {
        self.columns = max(columns, 1)
    }

    static func wrap(_ text: StyledText, columns: Int) -> [StyledText] {
        var wrapper = LineWrapper(columns: columns)
        for run in text.runs { wrapper.add(run) }
        return wrapper.finish()
    }

    private mutating func add(_ run: StyledText.Run) {
        var pending = ""
        var pendingColumns = 0
        func flush(_ wrapper: inout LineWrapper) {
            wrapper.word.append(pending, run.style)
            wrapper.wordColumns += pendingColumns
            pending = ""
            pendingColumns = 0
        }
        for character in run.text {
            if character == " " {
                flush(&self)
                endWord()
                if !line.isEmpty { gap = run.style }
                previous = nil
                continue
            }
            if let previous, BreakOpportunity.exists(between: previous, and: character) {
                flush(&self)
                endWord()
            }
            pending.append(character)
            pendingColumns += DisplayWidth.columns(of: character)
            previous = character
        }
        flush(&self)
    }

    private mutating func endWord() {
        guard !word.isEmpty else { return }
        let gapColumns = gap == nil ? 0 : 1
        if !line.isEmpty, lineColumns + gapColumns + wordColumns > columns {
            lines.append(line)
            line = StyledText()
            lineColumns = 0
        } else if let gap {
            line.append(" ", gap)
            lineColumns += 1
        }
        line.append(word)
        lineColumns += wordColumns
        word = StyledText()
        wordColumns = 0
        gap = nil
    }

    private mutating func finish() -> [StyledText] {
        endWord()
        if !line.isEmpty { lines.append(line) }
        return lines
    }
}
