import Planning
import QuerySyntax
import SourceText

extension Session {
  /// The parts of a text that have a colour, in order and apart from each other.
  ///
  /// Reads words only, never data, so it is quick enough for every key. A name that the last word
  /// may still become is no fault.
  package func highlights(in text: String) -> [Highlight] {
    let file = SourceFile(name: "prompt", isNamed: false, text: text)
    var highlighter = Highlighter(
      registry: registry, tables: Set(tableNames), functions: Set(definitions.functions.keys),
      file: file)
    return highlighter.all()
  }
}

/// Walks the words of a text and says what each is.
private struct Highlighter {
  /// The statement words of the grammar.
  private static let statementWords = ["data", "param", "let", "def", "use", "print"]

  let registry: Registry
  private var tables: Set<String>
  private var functions: Set<String>
  let bytes: [UInt8]
  let tokens: [Token]
  private var found: [Highlight] = []
  /// The verb whose clauses may come, for every bracket that is open.
  private var verbs: [String?] = [nil]
  private var startsStatement = true
  private var end = 0

  init(registry: Registry, tables: Set<String>, functions: Set<String>, file: SourceFile) {
    self.registry = registry
    self.tables = tables
    self.functions = functions
    bytes = file.utf8
    tokens = TokenList.of(file)
    // What the text itself defines is known behind its definition, and nobody reads backwards.
    for index in tokens.indices.dropLast() {
      switch tokens[index].text {
      case "let", "data": self.tables.insert(tokens[index + 1].text)
      case "def": self.functions.insert(tokens[index + 1].text)
      default: break
      }
    }
  }

  mutating func all() -> [Highlight] {
    for index in tokens.indices {
      let token = tokens[index]
      if token.kind == .endOfStatement {
        startsStatement = true
        verbs = [nil]
        continue
      }
      remarks(upTo: token.range.lower)
      if let kind = kind(index), token.range.lower < token.range.upper {
        found.append(Highlight(kind, token.range.lower..<token.range.upper))
      }
      end = max(end, token.range.upper)
      startsStatement = false
    }
    return found
  }

  /// The comments between the last word and an offset.
  private mutating func remarks(upTo offset: Int) {
    var index = end
    while index < min(offset, bytes.count) {
      if bytes[index] == UInt8(ascii: "#") {
        let line = bytes[index..<offset].firstIndex(of: 0x0A) ?? offset
        found.append(Highlight(.comment, index..<line))
        index = line
      }
      index += 1
    }
  }

  private mutating func kind(_ index: Int) -> Highlight.Kind? {
    let token = tokens[index]
    switch token.kind {
    case .name: return name(index)
    case .quotedName: return startsStatement && !tables.contains(token.text) ? .fault : nil
    case .parameter: return .parameter
    case .integer, .number, .period: return .number
    case .text: return .text
    case .reserved: return .clause
    case .symbol(let symbol):
      switch symbol {
      case .leftParen, .leftBracket: verbs.append(nil)
      case .rightParen, .rightBracket: if verbs.count > 1 { verbs.removeLast() }
      default: break
      }
      return nil
    case .invalid: return .fault
    case .endOfStatement, .endOfFile: return nil
    }
  }

  private mutating func name(_ index: Int) -> Highlight.Kind? {
    let text = tokens[index].text
    let before = index > 0 ? tokens[index - 1].kind : .endOfStatement
    let after = index + 1 < tokens.count ? tokens[index + 1].kind : .endOfFile
    let isLast = tokens[index].range.upper == bytes.count
    if before == .symbol(.pipe) {
      verbs[verbs.count - 1] = text
      return known(registry.verb(text) != nil, .verb, among: registry.verbNames, text, isLast)
    }
    if startsStatement || (before == .symbol(.leftParen) && after == .symbol(.pipe)) {
      return source(text, isLast)
    }
    if after == .symbol(.leftParen) {
      return registry.callNames.contains(text) || functions.contains(text) ? .function : .fault
    }
    if let verb = verbs[verbs.count - 1],
      registry.clauseWords(of: verb)?.contains(text) ?? false
    {
      return .clause
    }
    return before == .symbol(.equal) && tables.contains(text) ? .table : nil
  }

  private mutating func source(_ text: String, _ isLast: Bool) -> Highlight.Kind? {
    if Self.statementWords.contains(text) || registry.source(text) != nil {
      verbs[verbs.count - 1] = text
      return .verb
    }
    if text == "_" { return .table }
    let names = tables + Self.statementWords + registry.sources.map(\.name)
    return known(tables.contains(text), .table, among: names, text, isLast)
  }

  private func known(
    _ isKnown: Bool, _ kind: Highlight.Kind, among names: [String], _ text: String, _ isLast: Bool
  ) -> Highlight.Kind? {
    if isKnown { return kind }
    return isLast && names.contains { $0.hasPrefix(text) } ? nil : .fault
  }
}
