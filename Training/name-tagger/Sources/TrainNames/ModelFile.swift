import Foundation

@testable import WiredeskEngine

/// The bytes of the engine's table: see `NameTaggerModel`.
enum ModelFile {
    static func bytes(_ perceptron: Perceptron, _ selection: FeatureSelection) -> [UInt8] {
        let scale = self.scale(perceptron)
        let buckets = 1 << FeatureSelection.bucketBits
        var bytes = [UInt8](
            repeating: 0, count: NameTaggerModel.headerBytes + buckets * NameTaggerModel.bucketBytes)
        func put<Value: FixedWidthInteger>(_ value: Value, at offset: Int) {
            withUnsafeBytes(of: value.littleEndian) { source in
                for (index, byte) in source.enumerated() { bytes[offset + index] = byte }
            }
        }
        for (index, weight) in perceptron.transitions.enumerated() {
            put(
                Int16(max(-32000, min(32000, (weight * scale).rounded()))),
                at: NameTaggerModel.transitionsOffset + 2 * index)
        }
        for (slot, key) in selection.keys.enumerated() where key != 0 {
            let bucket =
                NameTaggerModel.headerBytes + slot / NameTaggerModel.bucketFeatures * NameTaggerModel.bucketBytes
            let place = slot % NameTaggerModel.bucketFeatures
            let row = perceptron.weights[slot]
            var isEmpty = true
            for label in 0..<NameLabel.scored {
                let weight = Int8(max(-127, min(127, (row[label] * scale).rounded())))
                if weight != 0 { isEmpty = false }
                put(weight, at: bucket + place * NameLabel.scored + label)
            }
            if !isEmpty { put(key, at: bucket + NameTaggerModel.keysOffset + 4 * place) }
        }
        put(NameTaggerModel.magic, at: 0)
        put(NameTaggerModel.version, at: 4)
        put(UInt32(FeatureSelection.bucketBits), at: 8)
        put(bytes[16...].withUnsafeBytes { FeatureHash.checksum($0) }, at: 12)
        return bytes
    }

    /// 127 stands for the weight that one in two thousand exceeds.
    private static func scale(_ perceptron: Perceptron) -> Float {
        var sizes: [Float] = []
        for row in perceptron.weights {
            for label in 0..<NameLabel.scored where row[label] != 0 { sizes.append(abs(row[label])) }
        }
        sizes.sort()
        guard !sizes.isEmpty else { return 1 }
        return 127 / sizes[sizes.count * 1999 / 2000]
    }
}
