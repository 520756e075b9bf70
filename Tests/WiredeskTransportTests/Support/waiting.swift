import Glibc

@testable import WiredeskTransport

/// Waits until the condition holds, and says whether it came to hold within the time.
func eventually(within limit: Duration = .seconds(10), _ condition: () -> Bool) -> Bool {
    let deadline = ContinuousClock.now + limit
    while !condition() {
        guard ContinuousClock.now < deadline else { return false }
        usleep(1_000)
    }
    return true
}

/// Bytes whose period, a prime, is no multiple of any buffer's size; the same each time.
func pattern(_ count: Int, seed: UInt32 = 1) -> [UInt8] {
    var state = seed
    let period = (0..<min(count, 65_521)).map { _ in
        state = state &* 1_664_525 &+ 1_013_904_223
        return UInt8(truncatingIfNeeded: state >> 24)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    while bytes.count < count { bytes.append(contentsOf: period.prefix(count - bytes.count)) }
    return bytes
}

/// How many entries a folder of `/proc/self` has: `fd` or `task`.
func processCount(of folder: String) -> Int {
    guard let directory = opendir("/proc/self/\(folder)") else { return 0 }
    defer { closedir(directory) }
    var count = -2
    while readdir(directory) != nil { count += 1 }
    return count
}
