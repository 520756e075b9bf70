import ArgumentParser
import WiredeskClient

/// How a command and the servers that it has articles done on get on with each other.
struct PoolArguments: ParsableArguments {
    @OptionGroup var connection: ConnectionArguments

    @Flag(
        name: [.customShort("v"), .customLong("verbose")],
        help: "Say on standard error what happens with the servers.")
    var isVerbose = false

    @Flag(
        name: .customLong("checksums"),
        help: "Have every frame carry a CRC-32, both ways: for networks that damage bytes and do not notice.")
    var checksFrames = false

    /// Reads the files that are named.
    var configuration: ClientConfiguration {
        get throws {
            var configuration = try connection.configuration
            configuration.checksFrames = checksFrames
            return configuration
        }
    }
}
