extension Array {
    /// The middle one of what the elements have; the lower of two. There has to be an element.
    func median(_ value: (Element) -> Double) -> Double {
        map(value).sorted()[(count - 1) / 2]
    }
}
