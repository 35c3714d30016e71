import Columnar
import DataSources
import Planning
import QuerySyntax
import SourceText

/// The source `xlsx "file"`.
struct WorkbookFunction {
  /// Opens a table for a path and a sheet as written, and checked options.
  let open:
    @Sendable (String, String?, CSVOptions, SourceCall) throws(Diagnostic) -> any TableSource

  /// The function as the registry wants it.
  var source: SourceFunction {
    SourceFunction(
      "xlsx",
      clauses: [
        ClauseSignature("sheet", "\"NAME\"", .values),
        ClauseSignature("decimal", "\"CHARACTER\"", .values),
        ClauseSignature("thousands", "\"CHARACTER\"", .values),
        ClauseSignature("skip", "ROWS", .values),
        ClauseSignature("header", "ROWS", .values),
        ClauseSignature("types", "COLUMN: TYPE", .columns, form: .colon),
        ClauseSignature("missing", "\"TEXT\" = REASON", .values),
      ],
      UnitDocumentation(
        "xlsx \"FILE\" sheet \"NAME\" decimal \",\" thousands \".\" skip ROWS header ROWS "
          + "types COLUMN: TYPE missing \"TEXT\" = REASON",
        "Reads a sheet of an Excel workbook; names, types and roles are inferred as of `csv`.",
        details: [
          "Without `sheet` it is the only visible sheet that holds anything; several are an error.",
          "The first row that is not empty has the names; `skip` passes over rows above it. Rows "
            + "without a value are passed over, hidden ones are read.",
          "A number is the value of its cell, not what the cell shows: 12,5% is 0.125. Formats "
            + "of dates make dates, a format of zeros such as 0000 makes a code.",
          "`decimal` and `thousands` are for numbers that are kept as text.",
          "Formulas have the value that was saved. `#N/A` is `missing: unknown`, `#DIV/0!` "
            + "`division_by_zero`, `#NUM!` `out_of_domain`; other errors stop unless `missing` "
            + "names them.",
          "Of merged cells only the first has a value; in a header of several rows one that "
            + "spans columns counts for each of them.",
        ],
        examples: [])
    ) { [open] call throws(Diagnostic) in
      let path = try ReadingClauses.path(call, example: "xlsx \"file.xlsx\" sheet \"Data\"")
      var sheet: String?
      if let clause = call.stage.clauses.last(where: { $0.word.text == "sheet" }),
        let item = clause.items.first
      {
        sheet = try call.text(item.value, "the sheet")
      }
      return try open(path, sheet, try ReadingClauses.options(call), call)
    }
  }
}
