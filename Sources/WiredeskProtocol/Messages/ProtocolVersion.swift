/// Versions of the protocol, which has its own numbers.
package enum ProtocolVersion {
    package static let oldest = 1
    package static let newest = 1
}
