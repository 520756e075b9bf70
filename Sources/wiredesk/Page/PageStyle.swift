import CWiredeskPages

/// The page's style sheet, the same as the playground's.
enum PageStyle {
    static let sheet = String(cString: wiredesk_report_style())
}
