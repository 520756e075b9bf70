import Glibc

/// What the process takes of its machine, as Linux counts it (proc(5), getrusage(2)).
struct ProcessUsage {
    var processorSeconds: Double
    var residentBytes: Int
    var openDescriptors: Int
    var maximumDescriptors: Int
    /// Unix time.
    var startTime: Double

    /// Nil where there is no /proc.
    init?() {
        var usage = rusage()
        var limit = rlimit()
        guard getrusage(RUSAGE_SELF.rawValue, &usage) == 0,
            getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0,
            let resident = Self.words(of: "/proc/self/statm").dropFirst().first.flatMap({ Int($0) }),
            let start = Self.startTime
        else { return nil }
        processorSeconds = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
        residentBytes = resident * sysconf(Int32(_SC_PAGESIZE))
        openDescriptors = Self.descriptors
        maximumDescriptors = Int(clamping: limit.rlim_cur)
        startTime = start
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }

    private static func words(of path: String) -> [Substring] {
        guard let file = fopen(path, "re") else { return [] }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes[..<count], as: UTF8.self).split { $0 == " " || $0 == "\n" }
    }

    /// Field 22 of /proc/self/stat counts from the machine's start, which stands in /proc/stat.
    private static let startTime: Double? = {
        var now = timespec()
        var sinceBoot = timespec()
        let fields = words(of: "/proc/self/stat")
        // The second field, the program's name, is ours and has no space.
        guard clock_gettime(CLOCK_REALTIME, &now) == 0, clock_gettime(CLOCK_BOOTTIME, &sinceBoot) == 0,
            fields.count > 21, let ticks = Double(fields[21])
        else { return nil }
        let boot = Double(now.tv_sec - sinceBoot.tv_sec)
        return boot + ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
    }()

    private static var descriptors: Int {
        guard let folder = opendir("/proc/self/fd") else { return 0 }
        defer { closedir(folder) }
        var count = 0
        while readdir(folder) != nil { count += 1 }
        // Not counted: itself, ".", and "..".
        return max(0, count - 3)
    }
}
