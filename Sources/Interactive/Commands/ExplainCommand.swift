extension Command {
  /// Shows how a query would run.
  static let explain = Command(
    "explain", synopsis: ":explain QUERY", summary: "Show how a query would run",
    argument: .query
  ) { repl, query in
    if query.isEmpty { return .usage }
    repl.show(repl.session.explain(query))
    return .next
  }
}
