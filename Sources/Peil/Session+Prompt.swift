import Planning
import QuerySyntax
package import SourceText

extension Session {
  /// Whether a text stops where more must follow: an open bracket, a trailing `|` or comma.
  package func needsMore(_ file: SourceFile) -> Bool {
    Parser.script(in: file, vocabulary: registry).isIncomplete
  }

  /// Names of the tables that can be described: built in, and declared in this session.
  package var tableNames: [String] {
    catalog.tableNames + definitions.tables.keys.sorted() + definitions.kept.keys.sorted()
  }
}
