/// Sets of forms that name the same: a union-find over them.
struct NameClusters {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    /// Adds a form that is alone.
    mutating func append() { parents.append(parents.count) }

    mutating func root(of index: Int) -> Int {
        var root = index
        while parents[root] != root {
            parents[root] = parents[parents[root]]
            root = parents[root]
        }
        return root
    }

    /// Joins two; the earlier form stays the root.
    mutating func join(_ first: Int, _ second: Int) {
        let (left, right) = (root(of: first), root(of: second))
        if left != right { parents[max(left, right)] = min(left, right) }
    }
}
