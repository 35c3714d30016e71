import FoundationEssentials

/// What the cache holds of one version of a file, read in one way: a folder with a file a column
/// and a few lines about them.
package struct CacheEntry: Sendable {
  /// The folder.
  let path: String
  /// The file as it was named when it was first read.
  package let file: String
  /// The size of that file.
  package let fileByteCount: Int
  package let rows: Int
  /// How many columns are kept.
  package let columns: Int
  /// What they take on disk.
  package let byteCount: Int
  /// Whether this program can use it: it was written in its layout by its version.
  package let isCurrent: Bool

  /// The name of the lines about an entry.
  static let aboutName = "about"

  /// The name of a column's file.
  static func name(ofColumn column: String) -> String {
    ContentDigest(column).hexadecimal + ".column"
  }

  /// Looks at a folder; nil when it is no entry.
  init?(_ path: String, version: String) {
    guard let about = CacheAbout(at: path + "/" + Self.aboutName) else { return nil }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let bytes = names.reduce(0) { sum, name in
      sum + (FileStamp(path: path + "/" + name)?.size ?? 0)
    }
    self.path = path
    file = about.file
    fileByteCount = about.byteCount
    rows = about.rows
    columns = names.count { $0.hasSuffix(".column") }
    byteCount = bytes
    isCurrent = about.version == version
  }
}

/// The lines about an entry: `name<tab>value`.
struct CacheAbout {
  let file: String
  let byteCount: Int
  let rows: Int
  let version: String

  init(file: String, byteCount: Int, rows: Int, version: String) {
    self.file = file
    self.byteCount = byteCount
    self.rows = rows
    self.version = version
  }

  /// Reads the lines; nil when they are not there or not whole.
  init?(at path: String) {
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(bytes: data, encoding: .utf8)
    else { return nil }
    var values: [Substring: Substring] = [:]
    for line in text.split(separator: "\n") {
      guard let tab = line.firstIndex(of: "\t") else { return nil }
      values[line[..<tab]] = line[line.index(after: tab)...]
    }
    guard let file = values["file"], let bytes = values["bytes"].flatMap({ Int($0) }),
      let rows = values["rows"].flatMap({ Int($0) }), rows >= 0, let version = values["version"]
    else { return nil }
    self.init(file: String(file), byteCount: bytes, rows: rows, version: String(version))
  }

  var text: String {
    // A name may hold anything but a zero byte.
    let name = file.map { $0.isNewline || $0 == "\t" ? " " : String($0) }.joined()
    return "file\t\(name)\nbytes\t\(byteCount)\nrows\t\(rows)\nversion\t\(version)\n"
  }
}
