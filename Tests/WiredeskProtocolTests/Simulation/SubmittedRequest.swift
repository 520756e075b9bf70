/// What a simulation knows of a request.
struct SubmittedRequest {
    /// Its article, and what its result must hold.
    var text: String
    var isCancelled = false
    /// Final events so far.
    var endings = 0
}
