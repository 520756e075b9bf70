/// A connection of a pool.
enum PooledConnection {
    case opening(Task<Client, any Error>)
    case open(Client)

    var client: Client? {
        if case .open(let client) = self { client } else { nil }
    }
}
