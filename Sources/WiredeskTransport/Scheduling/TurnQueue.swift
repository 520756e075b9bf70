/// Elements of many owners, who take turns: round robin over the owners, first in, first out for each of them
/// (Nagle, RFC 970). Every operation takes constant time.
struct TurnQueue<Owner: Hashable, Element> {
    private var lines: [Owner: BoundedQueue<Element>] = [:]
    /// The owners of lines, in the order of their turns.
    private var turns = BoundedQueue<Owner>(capacity: .max)
    private(set) var count = 0

    func count(of owner: Owner) -> Int { lines[owner]?.count ?? 0 }

    mutating func append(_ element: Element, of owner: Owner) {
        if lines[owner] == nil {
            lines[owner] = BoundedQueue(capacity: .max)
            _ = turns.append(owner)
        }
        _ = lines[owner]?.append(element)
        count += 1
    }

    /// The next element of the owner whose turn it is.
    mutating func popFirst() -> Element? {
        guard let owner = turns.popFirst(), let element = lines[owner]?.popFirst() else { return nil }
        count -= 1
        if count(of: owner) == 0 {
            lines[owner] = nil
        } else {
            _ = turns.append(owner)
        }
        return element
    }
}
