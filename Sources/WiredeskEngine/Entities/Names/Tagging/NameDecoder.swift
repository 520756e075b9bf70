/// The best sequence of labels for a sentence (Viterbi, 1967), among those that make whole names.
struct NameDecoder {
    /// The labels that may come before each label, 18 standing for none.
    private static let start = NameLabel.count

    /// By label, then by the label before; `Int32.min / 2` where that may not be.
    private let transitions: [Int32]
    private var best: [Int32] = []
    private var from: [UInt8] = []

    static let never = Int32.min / 4

    init(transition: (_ previous: Int, _ label: Int) -> Int32) {
        var transitions = [Int32](repeating: Self.never, count: NameLabel.count * (NameLabel.count + 1))
        for label in 0..<NameLabel.count {
            for previous in 0...NameLabel.count where Self.mayFollow(label, previous) {
                transitions[label * (NameLabel.count + 1) + previous] = transition(previous, label)
            }
        }
        self.transitions = transitions
    }

    /// Whether a name goes on after a label.
    static func isOpen(_ label: Int) -> Bool {
        guard label < NameLabel.count, let place = NameLabel.place(label) else { return false }
        return place == .begin || place == .inside
    }

    static func mayFollow(_ label: Int, _ previous: Int) -> Bool {
        let place = NameLabel.place(label)
        let goesOn = place == .inside || place == .last
        guard isOpen(previous) else { return !goesOn }
        return goesOn && NameLabel.nameClass(label) == NameLabel.nameClass(previous)
    }

    /// Writes the best labels.
    ///
    /// - Parameters:
    ///   - scores: for each word those of the labels but `outside`, whose score is 0.
    ///   - labels: room for one label a word.
    mutating func decode(
        _ scores: UnsafeBufferPointer<SIMD16<Int16>>, into labels: UnsafeMutableBufferPointer<UInt8>
    ) {
        let words = scores.count
        guard words > 0 else { return }
        let width = NameLabel.count
        if best.count < words * width {
            best = Array(repeating: 0, count: words * width)
            from = Array(repeating: 0, count: words * width)
        }
        transitions.withUnsafeBufferPointer { transitions in
            best.withUnsafeMutableBufferPointer { best in
                from.withUnsafeMutableBufferPointer { from in
                    for label in 0..<width {
                        best[label] = transitions[label * (width + 1) + Self.start] + Self.score(scores[0], label)
                    }
                    for word in 1..<max(words, 1) {
                        Self.step(scores[word], transitions, best, from, at: word * width)
                    }
                    var label = 0
                    let last = (words - 1) * width
                    for other in 1..<width where !Self.isOpen(other) && best[last + other] > best[last + label] {
                        label = other
                    }
                    for word in stride(from: words - 1, through: 0, by: -1) {
                        labels[word] = UInt8(label)
                        label = Int(from[word * width + label])
                    }
                }
            }
        }
    }

    @inline(__always)
    private static func score(_ scores: SIMD16<Int16>, _ label: Int) -> Int32 {
        label == NameLabel.outside ? 0 : Int32(scores[label - 1])
    }

    @inline(__always)
    private static func step(
        _ scores: SIMD16<Int16>, _ transitions: UnsafeBufferPointer<Int32>, _ best: UnsafeMutableBufferPointer<Int32>,
        _ from: UnsafeMutableBufferPointer<UInt8>, at row: Int
    ) {
        let width = NameLabel.count
        let before = row - width
        for label in 0..<width {
            let weights = label * (width + 1)
            var most = never
            var choice = 0
            let place = label == 0 ? 0 : 1 + (label - 1) / NameLabel.classes
            if place == 2 || place == 3 {
                // Inside and last follow begin and inside of their class.
                let begin = 1 + (label - 1) % NameLabel.classes
                for previous in stride(from: begin, through: begin + NameLabel.classes, by: NameLabel.classes) {
                    let total = best[before + previous] + transitions[weights + previous]
                    if total > most { (most, choice) = (total, previous) }
                }
            } else {
                most = best[before] + transitions[weights]
                for previous in 9..<width {
                    let total = best[before + previous] + transitions[weights + previous]
                    if total > most { (most, choice) = (total, previous) }
                }
            }
            best[row + label] = max(most, never) + score(scores, label)
            from[row + label] = UInt8(choice)
        }
    }
}
