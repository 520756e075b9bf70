import Glibc

/// The target that `WIREDESK_FUZZ_TARGET` names.
private let target: FuzzTarget = {
    let name = getenv("WIREDESK_FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
        fatalError("WIREDESK_FUZZ_TARGET is one of \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return target
}()

/// Keeps the results, and so the work, alive.
nonisolated(unsafe) private var total = 0

/// libFuzzer's entry point.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    total &+= target.run(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
