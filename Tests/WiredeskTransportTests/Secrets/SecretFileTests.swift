import Foundation
import Testing

@testable import WiredeskTransport

@Suite struct SecretFileTests {
    private func withFile(_ bytes: [UInt8], mode: mode_t, _ body: (String) throws -> Void) throws {
        let path = NSTemporaryDirectory() + "wiredesk-\(UUID().uuidString.prefix(8)).secret"
        try Data(bytes).write(to: URL(filePath: path))
        chmod(path, mode)
        defer { unlink(path) }
        try body(path)
    }

    @Test(arguments: [mode_t(0o600), 0o400, 0o700])
    func aFileOfItsOwnersAloneIsRead(mode: mode_t) throws {
        try withFile([1, 2, 3], mode: mode) { path in
            let bytes = try SecretFile.read(path)
            #expect(bytes == [1, 2, 3])
        }
    }

    @Test(arguments: [mode_t(0o640), 0o604, 0o620, 0o602, 0o610, 0o644])
    func aFileThatOthersHaveRightsToIsRefused(mode: mode_t) throws {
        try withFile([1], mode: mode) { path in
            #expect(throws: SecretFile.Failure.exposed(path: path, mode: mode)) { try SecretFile.read(path) }
        }
    }

    @Test func whatIsNoFileOrTooLargeIsRefused() throws {
        #expect(throws: SecretFile.Failure.notAFile(path: "/dev/null")) { try SecretFile.read("/dev/null") }
        #expect(throws: SecretFile.Failure.system(path: "/nowhere/at/all", errno: ENOENT)) {
            try SecretFile.read("/nowhere/at/all")
        }
        try withFile([UInt8](repeating: 0, count: SecretFile.maximumBytes + 1), mode: 0o600) { path in
            #expect(throws: SecretFile.Failure.tooLarge(path: path, limit: SecretFile.maximumBytes)) {
                try SecretFile.read(path)
            }
        }
    }
}
