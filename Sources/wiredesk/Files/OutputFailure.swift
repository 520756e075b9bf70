import ArgumentParser
import Glibc

/// The output cannot be written any more.
struct OutputFailure: Error {
    /// As in `errno`.
    let number: Int32

    /// Reports the failure, unless it is only that nobody reads any more (`| head`), and says how to end.
    var exitCode: ExitCode {
        if number == EPIPE { return .success }
        Diagnostic.print("cannot write the output: \(Diagnostic.describe(number))")
        return ExitStatus.someFailed
    }
}
