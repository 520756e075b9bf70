/// What answering costs a server.
struct Throughput {
    /// Processor time of the server an answer.
    var processorMicroseconds: Double
    /// Answers a second; on a machine that the load shares, no more than an indication.
    var perSecond: Double
}
