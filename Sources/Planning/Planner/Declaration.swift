package import Columnar
import QuerySyntax

/// The clauses of a `data` statement.
package enum Declaration {
  /// The statement word under which the grammar asks for the clauses.
  package static let word = "data"

  /// Every clause, in the order the reference lists them.
  package static let clauses: [ClauseSignature] = [
    ClauseSignature("key", "COLUMN, COLUMN: ENTITY", .columns, form: .colon),
    ClauseSignature("time", "COLUMN, COLUMN: PERIOD TYPE", .columns, form: .colon),
    ClauseSignature("edition", "COLUMN", .columns),
    ClauseSignature("measure", "COLUMN: KIND(unit: …, weight: …)", .columns, form: .colon),
    ClauseSignature("attribute", "COLUMN of KEY", .columns),
    ClauseSignature("label", "COLUMN = \"TEXT\"", .columns, form: .equals),
    ClauseSignature("description", "COLUMN = \"TEXT\"", .columns, form: .equals),
    ClauseSignature("decimals", "COLUMN = NUMBER", .columns, form: .equals),
    ClauseSignature("types", "COLUMN: TYPE", .columns, form: .colon),
    ClauseSignature("missing", "\"TEXT\" = REASON", .values),
    ClauseSignature("total", "\"TEXT\" of COLUMN", .values),
    ClauseSignature("provisional", "COLUMN", .columns),
    ClauseSignature("variant", "COLUMN", .columns),
    ClauseSignature("breaks", "TABLE", .tables),
    ClauseSignature("on", "KEY", .columns),
    ClauseSignature("title", "\"TEXT\"", .values),
    ClauseSignature("source", "\"TEXT\", YEAR", .values),
  ]

  /// Names of measure kinds as written.
  package static let kinds = [
    "count", "amount", "percentage", "rate", "index", "score", "share", "cumulative", "mixed",
  ]
}

/// A source with the roles a `data` statement gives it.
package struct DeclaredTable: SizedSource {
  package let name: String
  package let schema: Schema
  /// The file or embedded text it is read from.
  package let source: any TableSource

  /// That of the source.
  package var size: SourceSize? { (source as? any SizedSource)?.size }

  /// That of the source.
  package func distinctCount(of column: String) -> Int? {
    (source as? any SizedSource)?.distinctCount(of: column)
  }

  /// That of the source.
  package var filtering: (any FilteringSource)? { source.filtering }

  /// Opens the source.
  package func open(columns: [String], _ conditions: ReadingConditions) throws
    -> any BatchReader
  {
    try source.open(columns: columns, conditions)
  }
}
