import Glibc
import WiredeskModel

/// Reads the files of a folder and of the folders in it, in the order of their names' bytes, however many there are: only
/// the names of the folders on the way are held.
///
/// What begins with a full stop is passed over, and so is what is neither file nor folder; links to files are followed,
/// links to folders are not.
struct FolderReader: InputReader {
    /// A folder on the way.
    private struct Level {
        let path: String
        /// From the last to the next.
        var names: [String]
    }

    private let root: String
    private var levels: [Level] = []
    private var number = 0

    init(_ root: String) throws(InputFailure) {
        self.root = root
        guard let names = Self.names(in: root) else { throw InputFailure(number: errno) }
        levels = [Level(path: "", names: names)]
    }

    /// The next file, or nil at the end.
    ///
    /// - Parameter completed: files that need not be read again.
    mutating func next(skipping completed: CompletedLines) -> InputLine? {
        while let level = levels.last {
            guard let name = level.names.last else {
                levels.removeLast()
                continue
            }
            levels[levels.count - 1].names.removeLast()
            let path = level.path.isEmpty ? name : "\(level.path)/\(name)"
            switch Self.kind(of: "\(root)/\(path)") {
            case S_IFDIR:
                if let names = Self.names(in: "\(root)/\(path)") {
                    levels.append(Level(path: path, names: names))
                } else {
                    return line(path, .failure(WiredeskError(.badBody, Diagnostic.describe(errno))))
                }
            case S_IFREG:
                if completed.contains(number + 1) { return line(path, .success([])) }
                do throws(WiredeskError) {
                    return line(path, .success(try ArticleFile.read("\(root)/\(path)")))
                } catch {
                    return line(path, .failure(error))
                }
            default: continue
            }
        }
        return nil
    }

    private mutating func line(_ name: String, _ bytes: Result<[UInt8], WiredeskError>) -> InputLine {
        number += 1
        return InputLine(number: number, content: .file(name: name, bytes))
    }

    /// `S_IFDIR` for a folder itself, `S_IFREG` for a file or a link to one.
    private static func kind(of path: String) -> mode_t {
        var information = stat()
        // Reading it will say what is the matter.
        guard lstat(path, &information) == 0 else { return S_IFREG }
        if information.st_mode & S_IFMT != S_IFLNK { return information.st_mode & S_IFMT }
        guard stat(path, &information) == 0, information.st_mode & S_IFMT == S_IFREG else { return 0 }
        return S_IFREG
    }

    /// From the last to the first.
    private static func names(in folder: String) -> [String]? {
        guard let stream = opendir(folder) else { return nil }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted { $1.utf8.lexicographicallyPrecedes($0.utf8) }
    }
}
