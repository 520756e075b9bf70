/// Bounds on what a reader accepts, whatever the body says.
package enum BodyLimits {
    /// Maps and arrays inside one another. A result nests five deep.
    package static let depth = 32
}
