import Foundation
import GoldenVectors
import Testing

/// Plays the inputs again that once broke something (`Fuzz/Failures/TARGET/`), and what the fuzzer starts from.
@Suite struct FuzzReplayTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Read once: there are hundreds.
    private static let vectors = Result { try GoldenVector.all(as: "frames") }

    private static func files(in folder: String) -> [[UInt8]] {
        let folder = root.appending(path: folder)
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return files.sorted { $0.path < $1.path }.compactMap { try? Data(contentsOf: $0) }.map { [UInt8]($0) }
    }

    @Test(arguments: FuzzTarget.allCases)
    func pastFailuresStayMended(_ target: FuzzTarget) {
        for input in Self.files(in: "Fuzz/Failures/\(target.rawValue)") { _ = target.run(input) }
    }

    @Test(arguments: [FuzzTarget.frames, .bodies, .proxy, .inflate])
    func vectorsBreakNothing(_ target: FuzzTarget) throws {
        let vectors = try Self.vectors.get()
        #expect(!vectors.isEmpty)
        for vector in vectors where vector.bytes.count <= 8000 { _ = target.run([16] + vector.bytes) }
    }

    @Test(arguments: [FuzzTarget.charset, .html, .text, .pipeline])
    func examplesBreakNothing(_ target: FuzzTarget) {
        let examples = Self.files(in: "Examples")
        #expect(!examples.isEmpty)
        // The first two bytes are the choices that a target makes.
        for example in examples { _ = target.run([0, 0] + example) }
    }
}
