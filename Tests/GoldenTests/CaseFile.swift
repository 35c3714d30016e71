/// A Markdown file of cases: prose, input files, queries, and what each query must give.
///
/// Fenced blocks by the first word of their info string: `input NAME` is a file in the session's
/// folder for all queries below it, `workbook NAME` one that is written from its markup; `query` is a script; the blocks after a query up to the next
/// one are its expectations. Everything else is prose and kept as it is.
struct CaseFile {
  /// A piece of the file, in order.
  enum Piece {
    case prose(String)
    case input(name: String, text: String)
    case workbook(name: String, markup: String)
    case query(CaseQuery)
  }

  var pieces: [Piece] = []

  /// Reads a file; an unclosed fence is closed by the end.
  init(_ text: String) {
    var prose = ""
    var block: (info: String, lines: [String])?
    func flush(_ pieces: inout [Piece]) {
      if !prose.isEmpty { pieces.append(.prose(prose)) }
      prose = ""
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    for line in lines {
      if block != nil, line == "```" {
        flush(&pieces)
        if let closed = block { close(closed.info, closed.lines) }
        block = nil
      } else if block != nil {
        block?.lines.append(line)
      } else if line.hasPrefix("```") {
        block = (String(line.dropFirst(3)), [])
      } else {
        prose += line + "\n"
      }
    }
    flush(&pieces)
  }

  private mutating func close(_ info: String, _ lines: [String]) {
    let words = info.split(separator: " ").map(String.init)
    let text = lines.map { $0 + "\n" }.joined()
    switch words.first {
    case "input": pieces.append(.input(name: words.dropFirst().joined(separator: " "), text: text))
    case "workbook":
      pieces.append(
        .workbook(name: words.dropFirst().joined(separator: " "), markup: text))
    case "query":
      pieces.append(.query(CaseQuery(info: Array(words.dropFirst()), text: text)))
    default:
      let expectation = CaseQuery.Expectation(info: info, text: text)
      guard let index = pieces.lastIndex(where: \.isQuery), case .query(var query) = pieces[index]
      else { return pieces.append(.prose("```\(info)\n\(text)```\n")) }
      // Blank lines between a query and its expectations are written anew.
      pieces.removeSubrange((index + 1)...)
      query.expectations.append(expectation)
      pieces[index] = .query(query)
    }
  }

  /// The file as text, with blocks as they are now.
  var text: String {
    var parts: [String] = []
    for piece in pieces {
      switch piece {
      case .prose(let text): parts.append(text)
      case .input(let name, let text): parts.append("```input \(name)\n\(text)```\n")
      case .workbook(let name, let markup):
        parts.append("```workbook \(name)\n\(markup)```\n")
      case .query(let query):
        let info = (["query"] + query.info).joined(separator: " ")
        var text = "```\(info)\n\(query.text)```\n"
        for expectation in query.expectations {
          text += "\n```\(expectation.info)\n\(expectation.text)```\n"
        }
        parts.append(text)
      }
    }
    return parts.joined()
  }
}

extension CaseFile.Piece {
  fileprivate var isQuery: Bool {
    if case .query = self { return true }
    return false
  }
}

/// A script with its options and what it must give.
struct CaseQuery {
  /// A fenced block that is compared.
  struct Expectation {
    let info: String
    var text: String

    /// What is compared: `output csv`, `csv`, `error 2`.
    var words: [String] { info.split(separator: " ").map(String.init) }
  }

  /// Options: `lang=en`, `reasons`, `quiet`, and params as `name=value`.
  let info: [String]
  let text: String
  var expectations: [Expectation] = []
}
