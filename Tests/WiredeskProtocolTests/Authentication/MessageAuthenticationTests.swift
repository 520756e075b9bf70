import GoldenVectors
import Testing
import WiredeskModel

@testable import WiredeskProtocol

@Suite(.enabled(if: MessageAuthentication.isAvailable, "this build has no OpenSSL")) struct MessageAuthenticationTests {
    /// RFC 4231, test cases 1 to 3 and 6.
    @Test(arguments: [
        (
            [UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            [UInt8](repeating: 0xAA, count: 20), [UInt8](repeating: 0xDD, count: 50),
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
        ),
        (
            [UInt8](repeating: 0xAA, count: 131),
            Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
    ])
    func codes(key: [UInt8], message: [UInt8], code: String) {
        #expect(MessageAuthentication.code(for: message, key: key)?.hexadecimal == code)
    }

    @Test(arguments: try GoldenVector.all(as: "proof"))
    func proofsAreThoseOfTheVectors(vector: GoldenVector) {
        let secret = Secret(Array((vector.expected["secret"]?.string ?? "").utf8))
        let nonce = Array(vector.bytes.prefix(TokenProof.nonceLength))
        let binding = Array(vector.bytes.dropFirst(TokenProof.nonceLength))
        let code = TokenProof.code(secret, nonce: nonce, binding: binding)
        #expect(code?.hexadecimal == vector.expected["mac"]?.string)
    }

    @Test func codesAreComparedWhole() {
        let code = [UInt8](0..<32)
        #expect(MessageAuthentication.areEqual(code, code))
        #expect(!MessageAuthentication.areEqual(code, Array(code.dropLast())))
        for index in code.indices {
            var other = code
            other[index] ^= 0x80
            #expect(!MessageAuthentication.areEqual(code, other))
        }
    }
}
