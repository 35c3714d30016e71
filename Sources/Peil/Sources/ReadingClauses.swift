import DataSources
import Planning
import QuerySyntax
import SourceText

/// The clauses of `csv` and `xlsx` that say how a file is to be read.
enum ReadingClauses {
  /// The path of the one file a source reads. Throws when there is none or another thing.
  static func path(_ call: SourceCall, example: String) throws(Diagnostic) -> String {
    let name = call.stage.verb.text
    guard let item = call.stage.items.first else {
      throw Diagnostic(
        .error, code: "missing-item", "`\(name)` needs a file", file: call.file,
        range: call.stage.verb.range, label: "as in `\(example)`")
    }
    let path = try call.text(item.value, "the file")
    guard !path.isEmpty, call.stage.items.count == 1 else {
      throw Diagnostic(
        .error, code: "wrong-value", "`\(name)` reads one file", file: call.file,
        range: call.stage.items.last?.range, label: "as in `\(example)`")
    }
    return path
  }

  /// How the file is to be read. Throws for a value that a clause does not take.
  static func options(_ call: SourceCall) throws(Diagnostic) -> CSVOptions {
    var options = CSVOptions()
    options.types = call.types.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    options.missing = call.missing
    options.axes = call.axes
    options.measures = call.measures
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
      case "names":
        for item in clause.items { options.names.append(try name(item.value, call)) }
      case "header": options.headerLines = try count(item.value, call, "header lines", from: 1)
      default: break
      }
    }
    return options
  }

  /// `2 = clients`, or with a text for a name of more than one word.
  private static func name(_ expr: Expr, _ call: SourceCall) throws(Diagnostic)
    -> (position: Int, name: String)
  {
    guard case .binary(.equal, .literal(.integer(let position), _), let right, _) = expr,
      (1...1_000_000).contains(position)
    else { throw wrong(expr, call, "a name is written `2 = clients`, with the position from 1") }
    switch right {
    case .name(let name): return (Int(position), name.text)
    case .literal(.text(let text), _): return (Int(position), text)
    default: throw wrong(right, call, "a name is expected")
    }
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
