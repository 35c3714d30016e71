import FoundationEssentials
import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Faults of files as a whole, before anything in them is looked at.
enum FileFault {
  /// What the error number of a call on a file means for its reader.
  static func diagnostic(_ number: Int32, path: String, name: String) -> Diagnostic {
    switch number {
    case ENOENT, ENOTDIR:
      return notFound(path: path, name: name)
    case EACCES, EPERM:
      return Diagnostic(
        .error, phase: .input, code: "no-permission", "no permission to read \(name)",
        notes: ["ask its owner for the right to read it"])
    case EISDIR:
      return directory(name)
    case ENAMETOOLONG, EINVAL:
      return Diagnostic(
        .error, phase: .input, code: "file-not-found", "this cannot be the name of a file: \(name)")
    case ELOOP:
      return Diagnostic(
        .error, phase: .input, code: "cannot-read", "\(name) is a link that leads to itself")
    case EMFILE, ENFILE:
      return Diagnostic(
        .error, phase: .input, code: "cannot-read",
        "cannot open \(name): too many files are open")
    default:
      return Diagnostic(
        .error, phase: .input, code: "cannot-read",
        "cannot read \(name): system error \(number)")
    }
  }

  /// A folder where a file was meant.
  static func directory(_ name: String) -> Diagnostic {
    Diagnostic(
      .error, phase: .input, code: "is-directory", "\(name) is a folder, not a file",
      notes: ["name a file in it"])
  }

  /// A stream of which the end was not seen.
  static func endless(_ name: String, isDevice: Bool) -> Diagnostic {
    guard !isDevice else {
      return Diagnostic(
        .error, phase: .input, code: "endless-input", "\(name) is a device, not a file",
        notes: ["it may never end: save what is wanted of it in a file"])
    }
    return Diagnostic(
      .error, phase: .input, code: "endless-input", "\(name) gives more than 1 GB",
      notes: ["save it in a file first: files may be larger"])
  }

  /// A file that became another one between two looks at it.
  static func changed(_ name: String) -> Diagnostic {
    Diagnostic(
      .error, phase: .run, code: "file-changed", "\(name) changed while it was being read",
      notes: ["run again when nothing writes to it any more"])
  }

  /// Names what is there instead: the nearest name in the folder, or the folder that is absent.
  private static func notFound(path: String, name: String) -> Diagnostic {
    var notes: [String] = []
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[..<$0]) } ?? "."
    let last = slash.map { String(path[path.index(after: $0)...]) } ?? path
    let shown = folder.isEmpty ? "/" : folder
    if let entries = try? FileManager.default.contentsOfDirectory(atPath: shown) {
      if let nearest = Suggestion.nearest(to: last, among: entries.sorted()) {
        notes.append("did you mean `\(nearest)`?")
      }
    } else {
      notes.append("there is no folder \(shown)")
    }
    return Diagnostic(
      .error, phase: .input, code: "file-not-found", "no file \(name)", notes: notes)
  }
}
