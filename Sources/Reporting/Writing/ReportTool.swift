/// A program or library from elsewhere that a file was made with: with another version of it the
/// file may have other bytes.
package struct ReportTool: Sendable, Equatable {
  package let name: String
  package let version: String

  /// A tool by name and version.
  package init(name: String, version: String) {
    self.name = name
    self.version = version
  }
}
