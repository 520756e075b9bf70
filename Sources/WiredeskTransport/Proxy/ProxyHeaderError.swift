/// Why the first bytes of a proxy's connection are not taken. Nothing behind them can be trusted either.
package enum ProxyHeaderError: Error, Hashable, CustomStringConvertible {
    /// They are none of a header; version 1, which is text, counts as none.
    case missing
    /// A header with something in it that version 2 does not have.
    case malformed(String)
    case tooLong(Int)

    package var description: String {
        switch self {
        case .missing: "the proxy sent no PROXY header of version 2"
        case .malformed(let what): "the proxy sent a PROXY header with \(what)"
        case .tooLong(let bytes):
            "the proxy sent a PROXY header of \(bytes) bytes, the limit is \(ProxyHeaderReader.maximumLength)"
        }
    }
}
