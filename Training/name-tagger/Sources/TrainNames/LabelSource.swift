/// Where the labels of a text come from, as the numbers that `network.py` knows.
enum LabelSource: Int32 {
    case people
    /// A text alone, which the teacher labels.
    case teacher
    /// A mixture of labelled texts, which the teacher labels too.
    case teacherOfMixture
}
