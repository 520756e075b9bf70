import ArgumentParser
import WiredeskClient

/// How a command and the servers that it has articles done on get on with each other.
struct PoolArguments: ParsableArguments {
    @OptionGroup var connection: ConnectionArguments

    @Flag(
        name: [.customShort("v"), .customLong("verbose")],
        help: "Say on standard error what happens with the servers.")
    var isVerbose = false

    /// Reads the files that are named.
    var configuration: ClientConfiguration {
        get throws { try connection.configuration }
    }
}
