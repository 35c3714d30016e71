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
        ClauseSignature("types", "COLUMN: TYPE", .columns, form: .colon),
        ClauseSignature("missing", "\"TEXT\" = REASON", .values),
      ],
      UnitDocumentation(
        "csv \"FILE\" delimiter \";\" decimal \",\" thousands \".\" encoding \"windows-1252\" "
          + "skip LINES header LINES types COLUMN: TYPE missing \"TEXT\" = REASON",
        "Reads a delimited text file; names, types and roles are inferred from the header and the "
          + "first 1.000 rows.",
        details: [
          "The separator is found; with `;` numbers have a decimal comma unless said otherwise.",
          "`*`, `?` and `[…]` in the name of the file, not of a folder, stand for all files that "
            + "match: they are read as one table in the order of their names, columns by name, with "
            + "the rules of `append`.",
          "An empty cell is `missing: unknown`; digits with a leading zero are text.",
        ],
        examples: [])
    ) { [open] call throws(Diagnostic) in
      guard let item = call.stage.items.first else {
        throw Diagnostic(
          .error, code: "missing-item", "`csv` needs a file", file: call.file,
          range: call.stage.verb.range, label: "as in `csv \"file.csv\"`")
      }
      let path = try call.text(item.value, "the file")
      guard !path.isEmpty, call.stage.items.count == 1 else {
        throw Diagnostic(
          .error, code: "wrong-value", "`csv` reads one file", file: call.file,
          range: call.stage.items.last?.range, label: "as in `csv \"file.csv\"`")
      }
      return try open(path, try Self.options(call), call)
    }
  }

  private static func options(_ call: SourceCall) throws(Diagnostic) -> CSVOptions {
    var options = CSVOptions()
    options.types = call.types.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    options.missing = call.missing
    for clause in call.stage.clauses {
      guard let item = clause.items.first else { continue }
      switch clause.word.text {
      case "delimiter":
        options.delimiter = try character(item.value, call, "the delimiter")
      case "decimal":
        options.decimalComma =
          try oneOf([",": true, ".": false], item.value, call, "the decimal sign")
      case "thousands":
        options.thousands = try oneOf(
          [".": .point, ",": .comma, " ": .space, "": .none], item.value, call,
          "the sign between thousands")
      case "encoding":
        options.encoding = try oneOf(
          ["utf-8": .utf8, "windows-1252": .windows1252], item.value, call, "the encoding")
      case "skip": options.skippedLines = try count(item.value, call, "skipped lines", from: 0)
      case "header": options.headerLines = try count(item.value, call, "header lines", from: 1)
      default: break
      }
    }
    return options
  }

  private static func character(_ expr: Expr, _ call: SourceCall, _ what: String)
    throws(Diagnostic) -> UInt8
  {
    let text = try call.text(expr, what)
    guard text.utf8.count == 1, let byte = text.utf8.first else {
      throw wrong(expr, call, "\(what) is one character such as \";\"")
    }
    return byte
  }

  private static func oneOf<Choice>(
    _ choices: [String: Choice], _ expr: Expr, _ call: SourceCall, _ what: String
  ) throws(Diagnostic) -> Choice {
    let text = try call.text(expr, what)
    guard let choice = choices[text] ?? choices[text.lowercased()] else {
      let names = choices.keys.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
      throw wrong(expr, call, "\(what) is one of \(names)")
    }
    return choice
  }

  private static func count(_ expr: Expr, _ call: SourceCall, _ what: String, from least: Int)
    throws(Diagnostic) -> Int
  {
    guard case .literal(.integer(let value), _) = expr, value >= least, value <= 1000 else {
      throw wrong(expr, call, "the number of \(what) is from \(least) to 1000")
    }
    return Int(value)
  }

  private static func wrong(_ expr: Expr, _ call: SourceCall, _ message: String) -> Diagnostic {
    Diagnostic(
      .error, code: "wrong-value", message, file: call.file, range: expr.range)
  }
}
