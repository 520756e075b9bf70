import GoldenVectors
import Testing
import WiredeskModel

@testable import WiredeskProtocol

@Suite struct FrameVectorTests {
    /// What a receiver makes of a stream of frames, in the words of the vectors.
    private struct Reading: Equatable {
        var frames: [String] = []
        var oversized: [UInt64] = []
        var error: String?
        var isIncomplete = false
    }

    private func read(_ bytes: [UInt8], split: Int) -> Reading {
        var reading = Reading()
        var decoder = FrameDecoder(maximumFrame: FrameLimits.frame)
        do {
            for chunk in [bytes[..<split], bytes[split...]] {
                try Array(chunk).withUnsafeBytes { buffer in
                    var rest = buffer
                    while let event = try decoder.next(&rest) {
                        switch event {
                        case .frame(let frame, _): reading.frames.append(describe(frame))
                        case .oversized(_, let id, _): reading.oversized.append(id)
                        }
                    }
                }
            }
            reading.isIncomplete = decoder.isMidFrame
        } catch let error as WiredeskError {
            reading.error = error.code.name
        } catch {
            reading.error = "\(error)"
        }
        return reading
    }

    private func describe(_ frame: Frame) -> String {
        let names: [(FrameFlags, String)] = [
            (.extended, "EXTENDED"), (.compressed, "COMPRESSED"), (.json, "JSON"), (.stream, "STREAM"),
        ]
        let flags = names.filter { frame.flags.contains($0.0) }.map(\.1)
        let extensions = frame.extensions
        let priority = extensions.priority.map { "\($0.rawValue)" } ?? "-"
        let payload = frame.type == nil ? "" : hexadecimal(frame.payload)
        return """
            \(frame.type.map { "\($0)".uppercased() } ?? "\(frame.rawType)") \(flags) \(frame.code) \(frame.id) \
            deadline \(extensions.deadlineMilliseconds.map { "\($0)" } ?? "-") \
            raw \(extensions.rawLength.map { "\($0)" } ?? "-") priority \(priority) \
            trace \(extensions.trace ?? "-") \(payload)
            """
    }

    private func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private func describe(_ frame: JSONValue) -> String {
        let type = frame["type"]?.string ?? "\(frame["type"]?.integer ?? -1)"
        let extensions = frame["extensions"]
        func number(_ key: String) -> String { extensions?[key]?.integer.map { "\($0)" } ?? "-" }
        let isKnown = frame["type"]?.string != nil
        return """
            \(type) \(frame["flags"]?.elements.compactMap(\.string) ?? []) \(frame["code"]?.integer ?? 0) \
            \(number64(frame["id"])) deadline \(number("deadline")) raw \(number("rawLength")) \
            priority \(number("priority")) trace \(extensions?["trace"]?.string ?? "-") \
            \(isKnown ? frame["payload"]?.string ?? "" : "")
            """
    }

    /// Ids have 64 bits, and a JSON number past 63 reads as a double: only its nearest neighbours are told apart.
    private func number64(_ value: JSONValue?) -> UInt64 {
        switch value {
        case .integer(let integer): UInt64(integer)
        case .double(let double): double >= 0x1p64 ? .max : UInt64(double)
        default: 0
        }
    }

    @Test(arguments: try GoldenVector.all(as: "frames"))
    func framesReadAsTheVectorsSay(vector: GoldenVector) {
        let expected = Reading(
            frames: (vector.expected["frames"]?.elements ?? []).map { describe($0) },
            oversized: (vector.expected["oversized"]?.elements ?? []).compactMap { $0.integer.map { UInt64($0) } },
            error: vector.expected["error"]?.string, isIncomplete: vector.expected["incomplete"]?.boolean ?? false)
        // Every split of the short ones; of the long ones the ends, where the headers are.
        let count = vector.bytes.count
        let splits = count < 4096 ? Array(0...count) : Array(0...64) + Array((count - 64)...count)
        for split in splits {
            let reading = read(vector.bytes, split: split)
            #expect(reading == expected, "split at \(split)")
            if reading != expected { break }
        }
    }

    @Test func thereAreVectors() throws {
        #expect(try GoldenVector.all(as: "frames").count >= 60)
    }
}
