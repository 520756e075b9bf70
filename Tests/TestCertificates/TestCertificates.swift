package import Foundation

/// Certificates for a test, made by the `openssl` command in a folder that goes when this goes.
///
/// `root` and `other` are authorities. `root` has signed `server` (for localhost), `renewed` (the same), `elsewhere`
/// (another host's), `expired` and `client`; `other` has signed `stranger`.
package final class TestCertificates: Sendable {
    package struct Failure: Error {
        var output: String
    }

    /// Whether the command is there.
    package static let canBeMade = ["/usr/bin/openssl", "/usr/local/bin/openssl"].contains {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    package let folder: URL

    package init() throws {
        folder = URL(filePath: NSTemporaryDirectory()).appending(path: "wiredesk-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/bash")
        shell.arguments = [URL(filePath: #filePath).deletingLastPathComponent().appending(path: "make.sh").path()]
        shell.currentDirectoryURL = folder
        let output = Pipe()
        shell.standardError = output
        try shell.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        shell.waitUntilExit()
        guard shell.terminationStatus == 0 else { throw Failure(output: String(decoding: said, as: UTF8.self)) }
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    package func certificate(_ name: String) -> String { folder.appending(path: "\(name).pem").path() }

    package func key(_ name: String) -> String { folder.appending(path: "\(name).key").path() }
}
