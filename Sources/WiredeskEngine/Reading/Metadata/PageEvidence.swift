/// What a page's markup says about its article, as written there, character references resolved and white space
/// collapsed. The HTML reader collects it; `MetadataReader` decides what to believe.
struct PageEvidence {
    struct Meta {
        /// The `name`, `property`, `itemprop` or `http-equiv` attribute, lower-case.
        var name: String
        var content: String
    }

    struct Heading {
        /// 1 to 6.
        var level: Int
        var text: String
        /// The text without the kicker, where markup parts them: `<h1><span class="kicker">Harbour</span> It reopens</h1>`.
        var headline: String?
        /// Position of its first text byte in the decoded input.
        var position: Int

        init(level: Int, text: String, headline: String? = nil, position: Int) {
            self.level = level
            self.text = text
            self.headline = headline
            self.position = position
        }
    }

    /// An element that may hold a byline or a date, by its tag, class, id, `rel` or `itemprop`.
    struct Marked {
        enum Kind { case byline, date, siteName, section, tag, subtitle }
        var kind: Kind
        /// The visible text.
        var text: String
        /// The machine-readable value beside it: `datetime` or `content`.
        var value: String?
        /// The attribute that marked it, such as `rel=author` or `class=article-byline`.
        var mark: String
        var position: Int
        /// What its own attributes and those of the elements around it say.
        var around: MarkupEvidence = []
    }

    /// A short stretch of visible text, such as may be a byline or a date.
    struct Line {
        var text: String
        var position: Int
        /// What the elements around it say.
        var around: MarkupEvidence = []
    }

    /// The `<title>` element.
    var title: String?
    var headings: [Heading] = []
    var metas: [Meta] = []
    /// `<link rel href>`, rel lower-case.
    var links: [(rel: String, href: String)] = []
    /// The text of each `<script type="application/ld+json">`.
    var jsonLD: [String] = []
    var marked: [Marked] = []
    /// Short visible texts in the page's order: where no mark says so, a byline still reads like one.
    var lines = PageLines()
    /// `lang` or `xml:lang` of `<html>`.
    var language: String?
    /// What the article's first paragraphs begin with: a dateline may be part of them.
    var lead: [String] = []
    /// First and last byte of the main text in the decoded input: what stands near it counts for more.
    var mainText: Range<Int>?
}
