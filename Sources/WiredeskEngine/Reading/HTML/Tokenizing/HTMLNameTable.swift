import CWiredeskKernels

/// Looks up element and attribute names, whatever their case, without making strings.
struct HTMLNameTable: Sendable {
    static let tags = HTMLNameTable(HTMLTag.allCases.dropFirst().map { ("\($0)", $0.rawValue) })
    static let attributes = HTMLNameTable(
        HTMLAttributeName.allCases.dropFirst().map { ($0.spelling, $0.rawValue) })

    private static let longestName = 16

    /// Never changed once it is made, and kept for as long as the process runs.
    nonisolated(unsafe) let slots: UnsafePointer<wiredesk_html_name>

    private init(_ names: [(String, UInt8)]) {
        let table = UnsafeMutablePointer<wiredesk_html_name>.allocate(capacity: Int(wiredesk_html_name_slots))
        table.initialize(repeating: wiredesk_html_name(), count: Int(wiredesk_html_name_slots))
        for (name, value) in names {
            var name = name
            name.withUTF8 { bytes in
                guard let start = bytes.baseAddress, bytes.count <= Self.longestName else {
                    preconditionFailure("a name the table cannot hold")
                }
                wiredesk_add_html_name(table, start, bytes.count, value)
            }
        }
        slots = UnsafePointer(table)
    }

    /// The value of the name that stands at the range, 0 when it is not in the table.
    func value(of name: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
        guard let start = bytes.baseAddress else { return 0 }
        return wiredesk_html_name_value(slots, start, bytes.count, name.lowerBound, name.upperBound)
    }
}
