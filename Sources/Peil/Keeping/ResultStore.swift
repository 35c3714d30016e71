/// Keeps the rows that statements gave, by what they were made from.
package protocol ResultStore: AnyObject {
  /// What was kept for a key, or nil.
  func bytes(for key: StatementKey) -> [UInt8]?

  /// Keeps what a statement gave.
  func keep(_ bytes: [UInt8], for key: StatementKey)

  /// Takes note that what was kept for a key was used, or that it had to be made.
  func note(_ key: StatementKey, wasKept: Bool)
}

/// Everything the rows of a statement depend on, in parts that can be named.
///
/// Never the time, a date of a file or a place on a disk.
package struct StatementKey: Sendable {
  /// One thing the rows depend on.
  package struct Part: Sendable, Equatable {
    /// What it is, such as `file wmo.csv` or `param edition`.
    package let name: String
    /// A digest of it, or its value.
    package let digest: String

    /// A part.
    package init(_ name: String, _ digest: String) {
      self.name = name
      self.digest = digest
    }
  }

  /// Which statement of its text it is: `let NAME`, or a number.
  package let label: String
  package let parts: [Part]

  /// A statement with what it depends on.
  package init(label: String, parts: [Part]) {
    self.label = label
    self.parts = parts
  }

  /// The digest of all parts.
  package var digest: String {
    var bytes: [UInt8] = []
    for part in parts {
      for text in [part.name, part.digest] {
        bytes += String(text.utf8.count).utf8 + [0x3A] + text.utf8
      }
    }
    return Digest.hexadecimal(bytes)
  }
}
