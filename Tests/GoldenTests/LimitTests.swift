import Testing

/// Scripts that no one writes by hand: each is a fault, none ends the program.
@Suite struct LimitTests {
  /// What a script gives, and its exit code.
  private func run(_ text: String) -> (output: String, code: Int32, error: String) {
    let run = CaseRun(CaseQuery(info: ["quiet"], text: text), format: "csv", folder: "")
    return (run.output(separator: ""), run.error?.code ?? 0, run.error?.text ?? "")
  }

  private func lines(_ count: Int, _ line: (Int) -> String) -> String {
    (1...count).map(line).joined(separator: "\n") + "\n"
  }

  @Test func aPipelineMayHaveManyStages() {
    let found = run("phases" + String(repeating: " | take 5", count: 350) + " | count")
    #expect(found.code == 0)
    #expect(found.output.hasPrefix("count\n"))
  }

  @Test(arguments: [401, 20_000, 100_000])
  func tooManyStagesAreAFault(count: Int) {
    let found = run("phases" + String(repeating: " | take 5", count: count))
    #expect(found.code == 2)
    #expect(found.error.contains("too-many-steps"))
  }

  @Test func stagesOfNestedTablesCountTogether() {
    var table = "phases"
    for _ in 0..<20 { table = "(" + table + String(repeating: " | take 5", count: 100) + ")" }
    #expect(run(table).error.contains("too-many-steps"))
  }

  @Test(arguments: ["derive", "summarise", "sort", "select"])
  func tooManyItemsAreAFault(verb: String) {
    let items = (1...5_000).map { "a\($0) = \($0)" }.joined(separator: ", ")
    let found = run("phases | \(verb) \(items)")
    #expect(found.code == 2)
    #expect(found.error.contains("too-many-items"))
  }

  @Test func definitionsOfDefinitionsMayBeAsDeepAsExpressions() {
    let found = run(
      "def f0(x) = x\n" + lines(20) { "def f\($0)(x) = f\($0 - 1)(x) + 1" }
        + "print f20(1)")
    #expect(found.output == "21\n")
  }

  @Test(arguments: [
    (1, 1_990), (250, 490), (299, 3), (2, 10_000),
  ])
  func tooDeepDefinitionsAreAFault(operators: Int, count: Int) {
    let sum = String(repeating: " + 1", count: operators)
    let text =
      "def f0(x) = x\n" + lines(count) { "def f\($0)(x) = f\($0 - 1)(x)" + sum }
      + "print f\(count)(1)"
    let found = run(text)
    #expect(found.code == 2)
    #expect(found.error.contains("nested-too-deeply"))
    #expect(found.error.utf8.count < 5_000)
  }

  @Test func definitionsThatDoubleAreAFault() {
    let text =
      "def f0(x) = x\n" + lines(1_000) { "def f\($0)(x) = f\($0 - 1)(x) + f\($0 - 1)(x)" }
      + "print f1000(1)"
    #expect(run(text).code == 2)
  }

  @Test func argumentsInArgumentsAreAFault() {
    let text =
      "def f(x) = x" + String(repeating: " + 1", count: 290) + "\nprint "
      + String(repeating: "f(", count: 150) + "1" + String(repeating: ")", count: 150)
    #expect(run(text).error.contains("nested-too-deeply"))
  }

  @Test func valuesOfValuesAreAFaultWhereTooDeep() {
    let text = { (count: Int) in
      "let a0 = 1\n" + lines(count) { "let a\($0) = $a\($0 - 1) + 1" } + "print $a\(count)"
    }
    #expect(run(text(300)).output == "301\n")
    #expect(run(text(5_000)).error.contains("nested-too-deeply"))
  }
}
