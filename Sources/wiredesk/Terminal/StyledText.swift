/// Text in runs of one style each, made safe for the terminal as it comes in.
struct StyledText {
    struct Run {
        var text: String
        var style: TextStyle
    }

    private(set) var runs: [Run] = []

    init() {}

    init(_ text: String, _ style: TextStyle = .plain) {
        append(text, style)
    }

    var isEmpty: Bool { runs.isEmpty }

    var columns: Int { runs.reduce(0) { $0 + DisplayWidth.columns(of: $1.text) } }

    mutating func append(_ text: String, _ style: TextStyle = .plain) {
        add(Run(text: TerminalText.safe(text), style: style))
    }

    mutating func append(_ other: StyledText) {
        for run in other.runs { add(run) }
    }

    private mutating func add(_ run: Run) {
        guard !run.text.isEmpty else { return }
        if let last = runs.indices.last, runs[last].style == run.style {
            runs[last].text += run.text
        } else {
            runs.append(run)
        }
    }

    /// Fills up with spaces to this many columns.
    mutating func pad(to columns: Int) {
        let missing = columns - self.columns
        if missing > 0 { append(String(repeating: " ", count: missing)) }
    }

    func painted(color: Bool) -> String {
        runs.reduce(into: "") { $0 += color ? $1.style.paint($1.text) : $1.text }
    }
}
