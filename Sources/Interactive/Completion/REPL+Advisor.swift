/// What the editor asks while an entry is typed: the prompt knows commands and questions, the
/// session knows the language.
extension REPL: EntryAdvisor {
  /// Whether the entry is unfinished: commands take one line, except those that take a query.
  package func needsMore(_ entry: String) -> Bool {
    let start = entry.drop { $0.isWhitespace }
    if start.hasPrefix("?") { return false }
    guard start.hasPrefix(":") else { return session.needsMore(entry) }
    let call = CommandCall(start.dropFirst())
    guard case .query = Command.named(call.name)?.argument else { return false }
    return !call.argument.isEmpty && session.needsMore(call.argument)
  }

  /// The colours of the entry: of commands here, of queries by the session.
  package func styles(of entry: String) -> [StyledRange] {
    switch entry.first {
    case "?": return []
    case ":":
      let name = entry.dropFirst().prefix { !$0.isWhitespace }
      let length = name.utf8.count + 1
      let isKnown = Command.named(String(name)) != nil
      let isBegun = length == entry.utf8.count && Command.all.contains { $0.name.hasPrefix(name) }
      let style: TerminalStyle = isKnown ? .verb : isBegun ? .plain : .fault
      guard case .query = Command.named(String(name))?.argument else {
        return [StyledRange(0..<length, style)]
      }
      let query = String(Substring(entry.utf8.dropFirst(length)))
      return [StyledRange(0..<length, style)]
        + session.styles(of: query).map { $0.shifted(by: length) }
    default: return session.styles(of: entry)
    }
  }

  /// What can stand at the cursor: of commands and names here, of queries in the session.
  package func completions(in entry: String, at utf8Offset: Int) -> CompletionList {
    let bytes = entry.utf8
    guard utf8Offset >= 0, utf8Offset <= bytes.count else { return .nothing(at: 0) }
    let typed = String(entry[..<bytes.index(bytes.startIndex, offsetBy: utf8Offset)])
    switch typed.first {
    case ":": return commandCompletions(entry, typed: typed, at: utf8Offset)
    case "?":
      return Self.matching(explained, typed: typed, from: 1)
    default: return session.completions(in: entry, at: utf8Offset)
    }
  }

  private func commandCompletions(
    _ entry: String, typed: String, at utf8Offset: Int
  ) -> CompletionList {
    guard let space = typed.utf8.firstIndex(of: 0x20) else {
      let commands = Command.all.map { command in
        Candidate(command.name, detail: command.summary, continues: command.argument.isNone)
      }
      return Self.matching(commands, typed: typed, from: 1)
    }
    let start = typed.utf8.distance(from: typed.startIndex, to: space) + 1
    let name = String(typed[..<space].dropFirst())
    switch Command.named(name)?.argument {
    case .choice(let choices): return Self.matching(choices, typed: typed, from: start)
    case .dataset:
      return Self.matching(
        session.datasetNames.map { Candidate($0) }, typed: typed, from: start)
    case .documented:
      let commands = Command.all.map { Candidate($0.name, detail: $0.summary) }
      return Self.matching(commands + explained, typed: typed, from: start)
    case .query:
      let query = String(entry.utf8.dropFirst(start)) ?? ""
      return session.completions(in: query, at: utf8Offset - start).shifted(by: start)
    case .file: return fileCompletions(typed, from: start)
    case .setting:
      let words = typed.utf8.dropFirst(start).split(
        separator: 0x20, maxSplits: 1, omittingEmptySubsequences: false)
      guard words.count > 1, let name = words.first else {
        let names = Setting.all.map { Candidate($0.name, detail: $0.summary) }
        return Self.matching(names, typed: typed, from: start)
      }
      let choices = Setting.named(String(Substring(name)))?.choices ?? []
      return Self.matching(
        choices.map { Candidate($0) }, typed: typed, from: start + name.count + 1)
    case .some(.none), .text, nil: return .nothing(at: utf8Offset)
    }
  }

  /// Verbs and functions with what they do.
  private var explained: [Candidate] {
    session.documentedNames.map { Candidate($0, detail: session.sentence(about: $0) ?? "") }
  }

  private func fileCompletions(_ typed: String, from start: Int) -> CompletionList {
    let path = String(typed.utf8.dropFirst(start)) ?? ""
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let names = files.list(folder.isEmpty ? "." : folder).map { name in
      Candidate(folder + name, continues: name.hasSuffix("/"))
    }
    let hidesDotted = !path.dropFirst(folder.count).hasPrefix(".")
    let visible = names.filter {
      !(hidesDotted && $0.text.dropFirst(folder.count).hasPrefix("."))
    }
    return Self.matching(visible, typed: typed, from: start)
  }

  /// The candidates that start with what was typed from an offset on.
  private static func matching(
    _ candidates: [Candidate], typed: String, from start: Int
  ) -> CompletionList {
    let word = String(typed.utf8.dropFirst(start)) ?? ""
    return CompletionList(
      replacing: start..<typed.utf8.count,
      candidates.filter { $0.text.lowercased().hasPrefix(word.lowercased()) })
  }
}
