/// Something that a batch job has to deal with. Events come one at a time, so the job needs no locks.
enum BatchEvent: Sendable {
    case read(InputLine)
    case endOfInput
    case inputFailed(InputFailure)
    case settled(SettledLine)
    /// By a signal; with the exit code for it.
    case interrupted(Int32)
}
