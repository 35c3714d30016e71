import SourceText

extension Command {
  /// Lists the settings, or changes one.
  static let set = Command(
    "set", synopsis: ":set [name value]", summary: "List the settings, or change one",
    argument: .setting
  ) { repl, argument in
    let words = argument.split(separator: " ", maxSplits: 1).map(String.init)
    guard let name = words.first else {
      let width = Setting.all.map(\.name.count).max() ?? 0
      let values = Setting.all.map { $0.value(repl) }
      let column = values.map(\.count).max() ?? 0
      repl.show(
        zip(Setting.all, values).map { setting, value in
          "\(setting.name.padded(to: width))  \(value.padded(to: column))  \(setting.summary)"
        }.joined(separator: "\n"))
      return .next
    }
    guard let setting = Setting.named(name) else {
      let nearest = Suggestion.nearest(to: name, among: Setting.all.map(\.name))
      let hint = nearest.map { "did you mean `\($0)`?" } ?? "`:set` lists them"
      repl.report("error: no setting `\(name)`; \(hint)")
      return .next
    }
    guard words.count > 1 else {
      repl.show("\(setting.name)  \(setting.value(repl))")
      return .next
    }
    if !setting.set(repl, EntryLines.trimmed(words[1])) {
      let choices = setting.choices.isEmpty ? "" : " (\(setting.choices.joined(separator: ", ")))"
      repl.report("error: `\(name)` cannot be `\(words[1])`\(choices)")
    }
    return .next
  }
}

extension String {
  /// The text with spaces up to a width.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
