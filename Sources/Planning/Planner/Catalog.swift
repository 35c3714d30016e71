package import Columnar
package import SourceText

/// The tables, entities and scripts that exist outside the script.
package protocol Catalog: Sendable {
  /// Names of the tables that can be read, in the order they are listed.
  var tableNames: [String] { get }
  /// The table with a name; nil when there is none. Throws when its declaration is wrong.
  func table(_ name: String) throws -> (any TableSource)?
  /// The entity type with a name, such as `region`.
  func entity(_ name: String) throws -> Entity?
  /// The rows of a plan, for the few verbs whose columns are values of the data, such as `pivot`.
  /// Throws what running it throws.
  func rows(of plan: LogicalPlan) throws -> FoundRows
  /// The script at a path, for `use`. Throws a fault without a place when it cannot be read.
  func script(at path: String) throws(Diagnostic) -> SourceFile
}
