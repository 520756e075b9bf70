#if TLS
    import COpenSSL
#endif

/// HMAC-SHA-256 (RFC 2104, FIPS 180-4) and the comparison that goes with it, both by OpenSSL's libcrypto.
///
/// OpenSSL because TLS needs it anyway: one cryptographic library that the system's maintainers keep safe, instead of
/// a second one built in (swift-crypto brings BoringSSL, and three minutes of compiling). A build without the trait
/// `TLS` has neither, and no tokens.
package enum MessageAuthentication {
    /// Bytes of a code.
    package static let codeLength = 32

    /// Whether this build can do it.
    package static var isAvailable: Bool {
        #if TLS
            true
        #else
            false
        #endif
    }

    /// The code of a message, or nil when the build has no OpenSSL.
    static func code(for message: [UInt8], key: [UInt8]) -> [UInt8]? {
        #if TLS
            var code = [UInt8](repeating: 0, count: codeLength)
            var length: UInt32 = 0
            let result = HMAC(EVP_sha256(), key, Int32(key.count), message, message.count, &code, &length)
            return result != nil && Int(length) == codeLength ? code : nil
        #else
            nil
        #endif
    }

    /// Whether two codes are the same, in a time that does not tell where they differ.
    static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        #if TLS
            left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
        #else
            false
        #endif
    }
}
