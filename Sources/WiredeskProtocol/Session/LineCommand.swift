/// A command of line mode (protocol.md, "Line mode").
package enum LineCommand: String, Sendable, CaseIterable {
    case ping = "PING"
    case health = "HEALTH"
    case stats = "STATS"
    case help = "HELP"
    case quit = "QUIT"
}
