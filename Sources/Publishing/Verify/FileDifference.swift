import Reporting

/// The first place where two files that should be the same are not.
package struct FileDifference: Sendable, Equatable {
  /// Relative to the folders.
  package let path: String
  /// The line, counted from 1; nil for a file that is no text, or that only one folder has.
  package let line: Int?
  /// What stands there in the one and in the other; nil where the file is not there.
  package let expected: String?
  package let found: String?

  /// The first difference between two folders with the same set of files: documents before data,
  /// and what lists digests last. Files that no manifest names are passed over.
  package static func first(expected: EditionFolder, found: EditionFolder) -> FileDifference? {
    let paths = Set(expected.published).union(found.published)
    for path in paths.sorted(by: precedes) {
      let one = try? FileReading.bytes(expected.path + "/" + path)
      let other = try? FileReading.bytes(found.path + "/" + path)
      if one == other, one != nil { continue }
      guard let one, let other else {
        return FileDifference(
          path: path, line: nil, expected: one.map { "\($0.count) bytes" },
          found: other.map { "\($0.count) bytes" })
      }
      return difference(path, one, other)
    }
    return nil
  }

  private static func precedes(_ left: String, _ right: String) -> Bool {
    (rank(left), left) < (rank(right), right)
  }

  /// Documents that people read first.
  private static func rank(_ path: String) -> Int {
    let order = ["md", "html", "csv", "svg"]
    if path == Manifest.path { return order.count + 2 }
    let ending = path.split(separator: ".").last.map(String.init) ?? ""
    return order.firstIndex(of: ending) ?? order.count + (path == EditionContent.path ? 0 : 1)
  }

  private static func difference(_ path: String, _ one: [UInt8], _ other: [UInt8])
    -> FileDifference
  {
    guard let first = String(validating: one, as: UTF8.self),
      let second = String(validating: other, as: UTF8.self), !one.contains(0), !other.contains(0)
    else {
      let offset = zip(one, other).enumerated().first { $1.0 != $1.1 }?.offset
      let place = offset ?? min(one.count, other.count)
      return BinaryPart.member(one, other, in: path)
        ?? FileDifference(
          path: path + (BinaryPart.object(one, at: place).map { ", " + $0 } ?? ""), line: nil,
          expected: "\(one.count) bytes, from byte \(place + 1) on",
          found: "\(other.count) bytes")
    }
    let lines = first.split(separator: "\n", omittingEmptySubsequences: false)
    let others = second.split(separator: "\n", omittingEmptySubsequences: false)
    let place =
      zip(lines, others).enumerated().first { $1.0 != $1.1 }?.offset
      ?? min(lines.count, others.count)
    let (left, right) = around(
      lines.indices.contains(place) ? lines[place] : "",
      others.indices.contains(place) ? others[place] : "")
    return FileDifference(path: path, line: place + 1, expected: left, found: right)
  }

  /// The parts of two lines around their first difference.
  private static func around(_ left: Substring, _ right: Substring) -> (String, String) {
    let start = left.commonPrefix(with: right)
    let from = max(start - before, 0)
    func cut(_ line: Substring) -> String {
      let part = line.dropFirst(from).prefix(width)
      return (from > 0 ? "…" : "") + part + (line.count > from + width ? "…" : "")
    }
    return (cut(left), cut(right))
  }

  private static let before = 40
  private static let width = 100

  /// The difference in lines for people.
  package var text: String {
    let place = line.map { "\(path), line \($0)" } ?? path
    return """
      \(place)
        - \(expected ?? "is not there")
        + \(found ?? "is not there")

      """
  }
}

extension Substring {
  /// The number of characters two texts begin with alike.
  fileprivate func commonPrefix(with other: Substring) -> Int {
    zip(self, other).prefix { $0 == $1 }.count
  }
}
