import Columnar
import Graphics
import Reporting
import SourceText
import Tables
import Wording

/// A session that knows a handful of words, one a line: `bars`, `key`, `table`, `print TEXT`,
/// `let`, `fail`. Names in the prose are looked up in a list.
final class FakeSession: ReportSession {
  var values: [(name: String, value: InlineValue)] = []
  var params: [ParamRecord] = []
  var read: [InputRecord] = []
  /// The texts of the blocks run, in order.
  private(set) var ran: [String] = []

  func inputs() -> [InputRecord] { read }

  func run(_ block: ReportBlock) throws(Diagnostics) -> [BlockResult] {
    ran.append(block.text)
    var results: [BlockResult] = []
    let source = block.source
    for number in source.lines.starts.indices {
      let line = source.lines.range(ofLine: number, in: source.utf8)
      let words = source.text(line).split(separator: " ", maxSplits: 1).map(String.init)
      switch words.first {
      case "table":
        results.append(.table(TableView(Samples.editions, title: words.dropFirst().first)))
      case "bars": results.append(.figure(Samples.bars, data: TableView(Samples.editions)))
      case "key": results.append(.figure(Samples.key, data: TableView(Samples.editions)))
      case "print": results.append(.text(words.dropFirst().joined()))
      case "let", nil: break
      default:
        let first = source.text(line).prefix { $0 == " " }.utf8.count
        throw Diagnostics(
          Diagnostic(
            .error, code: "unknown-verb", "no verb `\(words.first ?? "")`", file: source,
            range: SourceRange(line.lower + first, line.upper)))
      }
    }
    return results
  }

  func value(of expression: InlineExpression) throws(Diagnostics) -> InlineValue {
    if let found = values.first(where: { $0.name == expression.text }) { return found.value }
    throw Diagnostics(
      Diagnostic(
        .error, code: "unknown-name", "no name `\(expression.text)`", file: expression.source,
        range: expression.range))
  }

  /// A session that knows numbers and texts by name.
  static func knowing(_ values: (String, Value)...) -> FakeSession {
    let session = FakeSession()
    session.values = values.map { name, value in
      (name, InlineValue(value, Field(name, value.type ?? .number, role: .measure)))
    }
    return session
  }
}
