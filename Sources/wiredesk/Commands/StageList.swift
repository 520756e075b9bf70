import ArgumentParser
import WiredeskModel

/// The value of `--stages`: names of stages separated by commas.
struct StageList: ExpressibleByArgument {
    let stages: [Stage]

    init?(argument: String) {
        let names = argument.split(separator: ",", omittingEmptySubsequences: false)
        let stages = names.compactMap { Stage(rawValue: String($0)) }
        guard stages.count == names.count else { return nil }
        // In the order they run, each once, so that the same choice always gives the same request.
        self.stages = Stage.allCases.filter(stages.contains)
    }

    var defaultValueDescription: String { stages.map(\.rawValue).joined(separator: ",") }
}

extension ContentKind: ExpressibleByArgument {}
extension OffsetUnit: ExpressibleByArgument {}
