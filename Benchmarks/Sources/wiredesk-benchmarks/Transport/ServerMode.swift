/// What a server that is measured does with a frame; the peers have the same ones.
enum ServerMode: String {
    /// Sends it back.
    case echo
    /// Inflates its payload on a worker, and sends it back.
    case inflate
    /// Sends it back while every worker has something to do.
    case busy
}
