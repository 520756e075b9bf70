import Glibc
import WiredeskModel

/// Prints results to standard output in the form asked for.
struct AnalysisPrinter: ~Copyable {
    private let format: OutputFormat
    private let isPretty: Bool
    private let showsText: Bool
    private let terminal: Terminal
    private var output = OutputFile(descriptor: STDOUT_FILENO)
    private var count = 0

    init(format: OutputFormat, isPretty: Bool, showsText: Bool, terminal: Terminal) {
        self.format = format
        self.isPretty = isPretty
        self.showsText = showsText
        self.terminal = terminal
    }

    mutating func print(_ analysis: Analysis) throws(OutputFailure) {
        switch format {
        case .json: try output.write(JSONWriter.encode(analysis, pretty: isPretty) + [0x0A])
        case .html:
            if count == 0 { try output.write(Array(ArticlePage.header(title: analysis.article?.title).utf8)) }
            try output.write(Array(ArticlePage.section(for: analysis).utf8))
        case .text:
            var report = ArticleReport(terminal: terminal)
            if count > 0 { report.addRule() }
            report.add(analysis, showingText: showsText)
            try output.write(Array(report.text.utf8))
        }
        count += 1
        try output.flush()
    }

    mutating func finish() throws(OutputFailure) {
        if format == .html, count > 0 { try output.write(Array(ArticlePage.footer.utf8)) }
        try output.flush()
    }
}
