extension String {
    /// - Returns: nil when the bytes are not UTF-8.
    init?(validating bytes: UnsafeBufferPointer<UInt8>) {
        guard let text = try? UTF8Span(validating: bytes.span) else { return nil }
        self.init(copying: text)
    }
}
