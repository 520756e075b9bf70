@_exported import WiredeskModel

/// The pipeline in the process: article bytes in, `Analysis` out. No I/O, no state between articles; one engine serves
/// any number of threads.
public struct Engine: Sendable {
    /// The engine's and its models' versions, as every result carries them.
    public static let version = EngineVersion(version: "0.1.0", model: "names-4")

    public let configuration: EngineConfiguration

    public init(configuration: EngineConfiguration = EngineConfiguration()) {
        self.configuration = configuration
    }

    /// Analyses one article.
    ///
    /// Linear in the input's length. Past the configured compute deadline the stages that did not finish are reported
    /// as `timeout` and the result holds the others.
    ///
    /// - Parameters:
    ///   - bytes: the article as it came, in any encoding.
    ///   - options: what to do with it.
    ///   - interruption: stops the work from outside, checked between and inside the stages.
    ///   - onStage: is shown the result so far after each stage, spans already in the unit asked for.
    /// - Throws: `articleTooLarge`, `badOption`, `unsupportedCharset`, `emptyArticle`, `notText`; `cancelled` and
    ///   `deadlineExceeded` when interrupted, the latter also when reading did not finish in the compute deadline.
    public func analyze(
        _ bytes: [UInt8],
        options: AnalysisOptions = AnalysisOptions(),
        interruption: Interruption = Interruption(),
        onStage: ((Stage, Analysis) -> Void)? = nil
    ) throws(WiredeskError) -> Analysis {
        try options.validate()
        var pipeline = Pipeline(
            configuration: configuration, options: options,
            interruption: interruption.limited(to: configuration.computeDeadline), onStage: onStage)
        return try pipeline.run(bytes)
    }
}
