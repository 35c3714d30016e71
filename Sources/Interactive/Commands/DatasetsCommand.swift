import SourceText

extension Command {
  /// Lists the datasets, or the columns and roles of one.
  static let datasets = Command(
    "d", aliases: ["datasets"], synopsis: ":d [name]",
    summary: "List the datasets, or the columns and roles of one", argument: .dataset
  ) { repl, name in
    if name.isEmpty {
      repl.show(repl.session.datasets(in: repl.context()))
    } else if let text = repl.session.describe(name, in: repl.context()) {
      repl.show(text)
    } else {
      let nearest = Suggestion.nearest(to: name, among: repl.session.datasetNames)
      let hint = nearest.map { "did you mean `\($0)`?" } ?? "`:d` lists the datasets"
      repl.report("error: no dataset `\(name)`; \(hint)")
    }
    return .next
  }
}
