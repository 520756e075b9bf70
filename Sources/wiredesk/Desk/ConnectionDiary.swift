import WiredeskClient

/// What happens with the servers, in words on standard error, for `--verbose`.
enum ConnectionDiary {
    static func write(_ event: ClientEvent) {
        switch event {
        case .connected(let server): Diagnostic.print("connected to \(server)")
        case .ejected(let server, let time, let error):
            Diagnostic.print("\(server) failed (\(error.code.name): \(error.message)); left alone for \(text(time))")
        case .returned(let server): Diagnostic.print("\(server) is back")
        case .retrying(let error, let pause):
            Diagnostic.print("once more in \(text(pause)) (\(error.code.name): \(error.message))")
        case .hedging(let server): Diagnostic.print("also sent to \(server)")
        case .tried(let server, let time, nil): Diagnostic.print("\(server) answered in \(text(time))")
        case .tried(let server, let time, let error?):
            Diagnostic.print("\(server) gave \(error.code.name) after \(text(time)): \(error.message)")
        }
    }

    private static func text(_ time: Duration) -> String {
        let milliseconds = time / .milliseconds(1)
        return milliseconds < 10_000 ? "\(Int(milliseconds.rounded(.up))) ms" : "\(Int(milliseconds / 1000)) s"
    }
}
