import Interactive

/// A stand-in for the engine: a few datasets, a run that loops, and runs that fail.
final class SampleSession: InteractiveSession {
  var mode = OutputMode.table
  var language = "nl"
  var showsNotes = true
  var threads = 2
  private var last = ""
  private(set) var runs: [String] = []
  private(set) var contexts: [RunContext] = []

  private static let provinces = [
    "Groningen": 10, "Fryslân": 18, "Drenthe": 12, "Noord-Holland": 44, "Zuid-Holland": 50,
    "Súdwest-Fryslân": 1, "Den Haag": 1, "Den Bosch": 1, "'s-Gravenhage": 1, "'t Harde": 1,
    "日本": 2, "Den Helder": 1,
  ]

  func needsMore(_ text: String) -> Bool {
    let text = text.filter { !$0.isWhitespace }
    let open = text.count { $0 == "(" } - text.count { $0 == ")" }
    return open > 0 || text.hasSuffix("|") || text.hasSuffix(",") || text.hasSuffix("=")
  }

  func styles(of text: String) -> [StyledRange] {
    text.hasPrefix("boom") ? [StyledRange(0..<4, .fault)] : []
  }

  func run(_ text: String, in context: RunContext) -> Evaluation {
    runs.append(text)
    contexts.append(context)
    if text.contains("boom") {
      return Evaluation(.failed, diagnostics: "error: no dataset `boom`\n  1 | \(text)")
    }
    if text.contains("slow") {
      let clock = ContinuousClock()
      let start = clock.now
      while !context.cancellation.isRaised {
        if start.duration(to: clock.now) > .seconds(20) { return Evaluation(.succeeded) }
      }
      return Evaluation(.cancelled)
    }
    let query = text.hasPrefix("|") ? last + " " + text : text
    last = query
    let width = context.screen.map { "\($0.columns)" } ?? "any"
    let shown = query.split(separator: "\n").joined(separator: "⏎")
    return Evaluation(.succeeded, output: "[\(mode.rawValue) \(width)] \(shown)")
  }

  func explain(_ text: String) -> Evaluation {
    Evaluation(.succeeded, output: "plan of \(text)")
  }

  func completions(in text: String, at utf8Offset: Int) -> CompletionList {
    let typed = String(text.utf8.prefix(utf8Offset)) ?? ""
    if typed.count(where: { $0 == "\"" }) % 2 == 1, let quote = typed.lastIndex(of: "\"") {
      return values(text, typed: typed, from: quote)
    }
    let word = typed.split(omittingEmptySubsequences: false) { " \n".contains($0) }.last ?? ""
    let before = typed.dropLast(word.count).filter { $0 != " " && $0 != "\n" }
    let all: [Candidate]
    if before.isEmpty {
      all = datasetNames.map { Candidate($0, detail: "dataset") }
    } else if before.hasSuffix("|") {
      all = [Candidate("where", detail: "keep rows"), Candidate("sum", detail: "add up by keys")]
    } else {
      all = [
        Candidate("province", detail: "text · Provincie"),
        Candidate("population", detail: "integer, inwoners · Bevolking"),
        Candidate("sum(", detail: "sum(x) → number", continues: true),
      ]
    }
    return CompletionList(
      replacing: (utf8Offset - word.utf8.count)..<utf8Offset,
      all.filter { $0.text.hasPrefix(word) })
  }

  /// As many values as a column of neighbourhoods has.
  private static let neighbourhoods = (0..<18_000).map {
    Candidate("\"Buurt \($0) Oost\"", detail: "\($0 % 7) rows")
  }

  private func values(_ text: String, typed: String, from quote: String.Index) -> CompletionList {
    let word = typed[quote...].dropFirst().lowercased()
    let rest = text.utf8.dropFirst(typed.utf8.count)
    let start = typed.utf8.distance(from: typed.startIndex, to: quote)
    let end = typed.utf8.count + (rest.first == UInt8(ascii: "\"") ? 1 : 0)
    if word.hasPrefix("buurt") {
      let typed = "\"B" + word.dropFirst()
      return CompletionList(
        replacing: start..<end, Self.neighbourhoods.filter { $0.text.hasPrefix(typed) })
    }
    let found = Self.provinces.keys.sorted().filter { $0.lowercased().hasPrefix(word) }
    return CompletionList(
      replacing: start..<end,
      found.map { Candidate("\"\($0)\"", detail: "\(Self.provinces[$0] ?? 0) rows") })
  }

  let documentedNames = ["sum", "where", "top"]

  func help(_ name: String) -> String? {
    documentedNames.contains(name) ? "\(name) COLUMN\n  The help of \(name)." : nil
  }

  let datasetNames = ["population", "crime", "wmo"]

  func datasets(in context: RunContext) -> String { datasetNames.joined(separator: "\n") }

  func describe(_ name: String, in context: RunContext) -> String? {
    datasetNames.contains(name) ? "\(name): key municipality, time year" : nil
  }

  func sentence(about name: String) -> String? { "What \(name) does." }

  func example(of name: String) -> String? { name == "sum" ? "crime | sum x" : nil }

  func peek(_ text: String, in context: RunContext) -> Evaluation {
    let before = last
    defer { last = before }
    return run(text, in: context)
  }
}
