import Peil
package import SourceText

/// The text of a report with the files it includes put in.
///
/// A line `{{ include "FILE" }}` of its own, outside of blocks, stands for a file by its path from
/// the file it stands in.
package struct Composition: Sendable {
  /// A stretch of the whole that was taken from one file.
  private struct Stretch: Sendable {
    let start: Int
    let end: Int
    let file: SourceFile
    let offset: Int
  }

  /// A file of the report.
  package struct Part: Sendable {
    /// From the report's folder.
    package let path: String
    package let bytes: [UInt8]
  }

  /// The whole text.
  let file: SourceFile
  /// Every file of it, each once: `report.md` first.
  package private(set) var parts: [Part] = []
  private var stretches: [Stretch] = []

  /// A text without files to include.
  init(_ file: SourceFile) {
    self.file = file
    parts = [Part(path: "report.md", bytes: file.utf8)]
  }

  /// Reads `report.md` in a folder and what it includes.
  init(folder: String) throws(Diagnostics) {
    var reader = Reader(folder: folder.hasSuffix("/") ? String(folder.dropLast()) : folder)
    let first = try reader.open("report.md", at: nil)
    try reader.add(first, path: "report.md", within: [])
    parts = reader.parts
    guard parts.count > 1 else {
      file = first
      return
    }
    stretches = reader.stretches
    do throws(Diagnostic) {
      file = try SourceFile(name: first.name, bytes: reader.bytes)
    } catch {
      throw Diagnostics(error)
    }
  }

  /// Faults in the whole text, at their places in the files it was made of.
  package func placed(_ faults: Diagnostics) -> Diagnostics {
    guard !stretches.isEmpty else { return faults }
    return Diagnostics(
      faults.list.map { fault in
        var fault = fault
        if let (file, range) = original(fault.file, fault.range) {
          fault.file = file
          fault.range = range
        }
        fault.related = fault.related.map { related in
          guard let (file, range) = original(related.file, related.range) else { return related }
          return Diagnostic.Related(file: file, range: range, label: related.label)
        }
        return fault
      })
  }

  private func original(_ file: SourceFile?, _ range: SourceRange?) -> (SourceFile, SourceRange)? {
    guard let file, let range, file.name == self.file.name,
      file.utf8.count == self.file.utf8.count,
      let found = stretches.last(where: { $0.start <= range.lower && range.lower <= $0.end })
    else { return nil }
    let shift = found.offset - found.start
    return (
      found.file, SourceRange(range.lower + shift, min(range.upper, found.end) + shift)
    )
  }

  /// Puts files together.
  private struct Reader {
    let folder: String
    var bytes: [UInt8] = []
    var parts: [Part] = []
    var stretches: [Stretch] = []

    init(folder: String) {
      self.folder = folder.isEmpty ? "." : folder
    }

    /// Files within each other, at most.
    private static let deepest = 8

    func open(_ path: String, at place: (SourceFile, SourceRange)?) throws(Diagnostics)
      -> SourceFile
    {
      let full = folder + "/" + path
      do throws(FileFault) {
        let bytes = try FileReading.bytes(full)
        do throws(Diagnostic) {
          return try SourceFile(name: full, bytes: bytes)
        } catch {
          throw FileFault(full, reason: error.message)
        }
      } catch {
        throw Diagnostics(
          Diagnostic(
            .error, phase: .input,
            code: place == nil ? "unreadable-report" : "unreadable-include",
            place == nil
              ? "cannot read the report `\(full)`: \(error.reason)"
              : "cannot read `\(path)`: \(error.reason)", file: place?.0, range: place?.1))
      }
    }

    mutating func add(_ file: SourceFile, path: String, within: [String]) throws(Diagnostics) {
      if !parts.contains(where: { $0.path == path }) {
        parts.append(Part(path: path, bytes: file.utf8))
      }
      var fence: [UInt8]?
      var from = 0
      for number in file.lines.starts.indices {
        let line = file.lines.range(ofLine: number, in: file.utf8)
        let text = file.text(file.trimmed(line))
        if let open = fence {
          if text.utf8.starts(with: open) { fence = nil }
          continue
        }
        if text.hasPrefix("```") || text.hasPrefix("~~~") {
          fence = Array(text.utf8.prefix(3))
          continue
        }
        guard let wanted = Self.include(text) else { continue }
        take(file, from, line.lower)
        let next = Self.joined(path, wanted)
        let place = (file, file.trimmed(line))
        guard next != path, !within.contains(next), within.count < Self.deepest else {
          throw Diagnostics(
            Diagnostic(
              .error, code: "cyclic-include", "this file is being included already",
              file: file, range: place.1,
              notes: ["chain: " + (within + [path, next]).joined(separator: " → ")]))
        }
        try add(try open(next, at: place), path: next, within: within + [path])
        from = line.upper
      }
      take(file, from, file.utf8.count)
    }

    private mutating func take(_ file: SourceFile, _ from: Int, _ end: Int) {
      stretches.append(
        Stretch(start: bytes.count, end: bytes.count + end - from, file: file, offset: from))
      bytes += file.utf8[from..<end]
    }

    /// The file that a line includes, or nil.
    private static func include(_ line: String) -> String? {
      guard line.hasPrefix("{{"), line.hasSuffix("}}") else { return nil }
      let words = line.dropFirst(2).dropLast(2).split(separator: " ", maxSplits: 1)
      guard words.first == "include", words.count == 2 else { return nil }
      let name = words[1].drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
      guard name.count > 2, name.first == "\"", name.last == "\"" else { return nil }
      return String(name.dropFirst().dropLast())
    }

    /// A path from another file, with `..` taken away where that can be done.
    private static func joined(_ path: String, _ next: String) -> String {
      guard !next.hasPrefix("/") else { return next }
      var parts = path.split(separator: "/").dropLast().map(String.init)
      for part in next.split(separator: "/").map(String.init) where part != "." {
        if part == "..", let last = parts.last, last != ".." {
          parts.removeLast()
        } else {
          parts.append(part)
        }
      }
      return parts.joined(separator: "/")
    }
  }
}
