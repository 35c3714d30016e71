import Reporting

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Folders that are thrown away again.
enum TemporaryFolder {
  /// Makes a new folder, which nobody else may read; its name begins with a word.
  static func make(_ word: String) throws(FileFault) -> String {
    let above = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array((above + "/\(word)-XXXXXX").utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw FileFault(above) }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
