/// What a server under measurement does with a frame.
package enum ServerMode: String {
    /// Sends it back.
    case echo
    /// Inflates its payload on a worker, and sends it back.
    case inflate
    /// Sends it back while every worker has something to do.
    case busy

    /// What the command line asks for; ends the process when that is nothing.
    package static func fromArguments(_ arguments: [String]) -> ServerMode {
        guard let mode = arguments.dropFirst().first.flatMap(ServerMode.init) else {
            fatalError("usage: \(arguments[0]) echo|inflate|busy")
        }
        return mode
    }
}
