/// The page's style sheet.
enum PageStyle {
    static let sheet = """
        :root { color-scheme: light dark; }
        body { font: 1.05rem/1.6 Georgia, 'Noto Serif', serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
        article + article { border-top: 1px solid; margin-top: 4rem; padding-top: 2rem; }
        h1 { line-height: 1.2; margin-bottom: .3rem; }
        h2 { font: bold .85rem system-ui, sans-serif; letter-spacing: .08em; text-transform: uppercase; opacity: .7; }
        .subtitle { font-size: 1.2rem; margin: 0; }
        .facts, .caption, table, details, .phrases { font-family: system-ui, sans-serif; font-size: .85rem; }
        .facts, .caption { opacity: .75; margin: .2rem 0; overflow-wrap: anywhere; }
        .summary { border-inline-start: 4px solid #7a9cc6; padding-inline-start: 1rem; margin: 1.5rem 0; }
        .phrases { padding: 0; } .phrases li { display: inline-block; margin: 0 .6rem .3rem 0; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: start; padding: .2rem .6rem .2rem 0; vertical-align: top; }
        tr + tr { border-top: 1px solid #8884; }
        blockquote { margin: .6rem 0 .6rem 1.5rem; } cite { opacity: .7; } cite::before { content: '— '; }
        mark { background: #8882; color: inherit; border-bottom: 2px solid #888; padding: 0 .1em; }
        mark.people { border-color: #1b8a9c; } mark.organizations { border-color: #c08a00; }
        mark.places { border-color: #3c9a3c; } mark.times { border-color: #a84fb0; }
        mark.amounts { border-color: #3f6fd0; }
        small { opacity: .7; } details { margin-top: 1.5rem; }
        """
}
