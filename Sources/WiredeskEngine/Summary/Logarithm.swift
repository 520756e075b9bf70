import Glibc

/// Logarithms, from the C library.
enum Logarithm {
    static func natural(_ value: Float) -> Float { logf(value) }

    /// 1 / (1 + e⁻ˣ).
    static func logistic(_ value: Double) -> Double { 1 / (1 + exp(-value)) }
}
