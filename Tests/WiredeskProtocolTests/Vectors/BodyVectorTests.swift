import GoldenVectors
import Testing
import WiredeskModel

@testable import WiredeskProtocol

@Suite struct BodyVectorTests {
    /// The body's meaning as JSON, or the name of the error.
    private func read<T: Record>(_ type: T.Type, _ vector: GoldenVector, strict: Bool = false) throws -> String {
        let encoding: BodyEncoding = vector.header["encoding"] == "json" ? .json : .cbor
        do throws(BodyError) {
            let value = try encoding.decode(type, from: vector.bytes, refusingUnknownFields: strict)
            return try meaning(JSONWriter.encode(value))
        } catch {
            return strict ? error.requestErrorCode.name : ErrorCode.badBody.name
        }
    }

    /// JSON without what is only its form.
    private func meaning(_ json: [UInt8]) throws(BodyError) -> String {
        "\(try JSONReader.decode(JSONValue.self, from: json))"
    }

    private func expected(_ vector: GoldenVector) -> String {
        vector.expected["json"].map { "\($0)" } ?? vector.expected["error"]?.string ?? "nothing expected"
    }

    @Test(arguments: try GoldenVector.all(as: "analysis"))
    func results(vector: GoldenVector) throws {
        #expect(try read(Analysis.self, vector) == expected(vector))
    }

    @Test(arguments: try GoldenVector.all(as: "options"))
    func options(vector: GoldenVector) throws {
        // What is out of range is the engine's to find; the server's test plays those.
        guard vector.header["needs"] != "engine" else { return }
        #expect(try read(AnalysisOptions.self, vector, strict: true) == expected(vector))
    }

    @Test(arguments: try GoldenVector.all(as: "hello"))
    func greetings(vector: GoldenVector) throws {
        let meaning =
            vector.header["from"] == "server" ? try read(ServerHello.self, vector) : try read(ClientHello.self, vector)
        #expect(meaning == expected(vector))
    }
}
