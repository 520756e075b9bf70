/// A key of a map, in place.
package struct MapKey {
    /// Of its bytes in the body, as they are written there.
    package var range: Range<Int>
    package var isEscaped = false
}
