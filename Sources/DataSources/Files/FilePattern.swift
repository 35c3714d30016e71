import FoundationEssentials
package import SourceText

/// A path whose last component has `*`, `?` or `[…]`, and the files it stands for.
///
/// `*` stands for any characters, `?` for one, `[a-c]` for one of a set and `[!a-c]` for one that
/// is not in it. A leading point is only matched by a point. Folders are never patterns.
package struct FilePattern {
  private let folder: String
  private let pattern: [Unicode.Scalar]
  private let text: String

  /// The pattern of a path as written; nil when its last component has no sign of one.
  package init?(_ path: String) {
    let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    folder = String(path[..<start])
    pattern = Array(path[start...].unicodeScalars)
    text = path
    guard pattern.contains(where: { $0 == "*" || $0 == "?" || $0 == "[" }) else { return nil }
  }

  /// Whether a file, or anything else, has this path.
  package static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  /// The paths of the files that match, sorted by their bytes, as the pattern was written.
  ///
  /// - Parameter base: the folder a relative pattern starts from; empty is the working folder.
  ///
  /// Throws a fault of phase `input` when there is none: it names the files that come near.
  package func files(from base: String) throws(Diagnostic) -> [String] {
    let written = folder.hasPrefix("/") || base.isEmpty ? folder : base + "/" + folder
    let place = written.isEmpty ? "." : written
    guard let entries = try? FileManager.default.contentsOfDirectory(atPath: place) else {
      throw Diagnostic(
        .error, phase: .input, code: "file-not-found", "no file matches \(text)",
        notes: [
          "there is no folder \(folder)",
          "`*`, `?` and `[…]` stand only in the name of a file, not in that of a folder",
        ])
    }
    let sorted = entries.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let found = sorted.filter { matches($0) && !Self.isFolder(place + "/" + $0) }
    guard found.isEmpty else { return found.map { folder + $0 } }
    throw absent(sorted.filter { !$0.hasPrefix(".") && !Self.isFolder(place + "/" + $0) })
  }

  private func absent(_ entries: [String]) -> Diagnostic {
    let place = folder.isEmpty ? "the folder" : folder
    var notes: [String] = []
    if entries.isEmpty {
      notes.append("\(place) has no files")
    } else {
      let wanted = String(text.dropFirst(folder.count))
      let near = Suggestion.nearest(to: wanted, among: entries)
      if let near { notes.append("did you mean `\(near)`?") }
      let rest = entries.count - min(entries.count, 5)
      notes.append(
        "\(place) has " + entries.prefix(5).joined(separator: ", ")
          + (rest > 0 ? " and \(rest) more" : ""))
    }
    return Diagnostic(
      .error, phase: .input, code: "file-not-found", "no file matches \(text)", notes: notes)
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  /// Whether the name of a file fits.
  func matches(_ name: String) -> Bool {
    let name = Array(name.unicodeScalars)
    if name.first == ".", pattern.first != "." { return false }
    // The place after the last `*` and what it has taken so far: only the last one can be wrong.
    var (index, place) = (0, 0)
    var star: (index: Int, place: Int)?
    while place < name.count {
      if index < pattern.count, pattern[index] == "*" {
        index += 1
        star = (index, place)
      } else if let next = step(index, name[place]) {
        index = next
        place += 1
      } else if let back = star {
        star = (back.index, back.place + 1)
        (index, place) = (back.index, back.place + 1)
      } else {
        return false
      }
    }
    return pattern[index...].allSatisfy { $0 == "*" }
  }

  /// The place in the pattern after the sign there took a character; nil when it does not.
  private func step(_ index: Int, _ scalar: Unicode.Scalar) -> Int? {
    guard index < pattern.count else { return nil }
    if pattern[index] == "[", let set = set(from: index) {
      return set.holds(scalar) ? set.end : nil
    }
    return pattern[index] == "?" || pattern[index] == scalar ? index + 1 : nil
  }

  /// The set that opens at a place; nil when it is not closed, and `[` stands for itself.
  private func set(from index: Int) -> (end: Int, holds: (Unicode.Scalar) -> Bool)? {
    var start = index + 1
    let isNegated = start < pattern.count && (pattern[start] == "!" || pattern[start] == "^")
    if isNegated { start += 1 }
    // A `]` that comes first is one of the set.
    guard start < pattern.count,
      let close = pattern[(start + 1)...].firstIndex(of: "]")
    else { return nil }
    let members = pattern[start..<close]
    return (
      close + 1,
      { scalar in
        var found = false
        var place = members.startIndex
        while place < members.endIndex {
          if place + 2 < members.endIndex, members[place + 1] == "-" {
            found = found || (members[place] <= scalar && scalar <= members[place + 2])
            place += 3
          } else {
            found = found || members[place] == scalar
            place += 1
          }
        }
        return found != isNegated
      }
    )
  }
}
