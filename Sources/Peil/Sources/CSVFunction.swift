import Columnar
import DataSources
import Planning
import QuerySyntax
import SourceText

/// The source `csv "file"`.
struct CSVFunction {
  /// Opens a table for checked options and a path as written.
  let open: @Sendable (String, CSVOptions, SourceCall) throws(Diagnostic) -> any TableSource

  /// The function as the registry wants it.
  var source: SourceFunction {
    SourceFunction(
      "csv",
      clauses: [
        ClauseSignature("delimiter", "\"CHARACTER\"", .values),
        ClauseSignature("decimal", "\"CHARACTER\"", .values),
        ClauseSignature("thousands", "\"CHARACTER\"", .values),
        ClauseSignature("encoding", "\"NAME\"", .values),
        ClauseSignature("skip", "LINES", .values),
        ClauseSignature("header", "LINES", .values),
        ClauseSignature("names", "POSITION = NAME", .values),
        ClauseSignature("types", "COLUMN: TYPE", .columns, form: .colon),
        ClauseSignature("missing", "\"TEXT\" = REASON", .values),
      ],
      UnitDocumentation(
        "csv \"FILE\" delimiter \";\" decimal \",\" thousands \".\" encoding \"windows-1252\" "
          + "skip LINES header LINES names POSITION = NAME types COLUMN: TYPE missing \"TEXT\" = REASON",
        "Reads a delimited text file; names, types and roles are inferred from the header and the "
          + "first 1.000 rows.",
        details: [
          "The separator is found; with `;` numbers have a decimal comma unless said otherwise.",
          "`*`, `?` and `[…]` in the name of the file, not of a folder, stand for all files that "
            + "match: they are read as one table in the order of their names, columns by name, with "
            + "the rules of `append`.",
          "An empty cell is `missing: unknown`; digits with a leading zero are text. A column "
            + "without any value in the first 1.000 rows is text too, unless `types` says "
            + "otherwise or `data` declares it as a measure.",
          "A byte that is no text is a fault in the header, the first 1.000 rows and the columns "
            + "used; others are not looked at.",
          "`names` gives columns a name by their position from 1, for a header that lacks one or "
            + "says one twice.",
        ],
        examples: [])
    ) { [open] call throws(Diagnostic) in
      let path = try ReadingClauses.path(call, example: "csv \"file.csv\"")
      return try open(path, try ReadingClauses.options(call), call)
    }
  }
}
