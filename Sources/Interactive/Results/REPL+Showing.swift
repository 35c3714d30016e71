import SourceText

/// What the prompt prints: results on one side, through the pager when they are long, errors and
/// notes on the other.
extension REPL {
  /// Says what this is, to a person who looks on.
  package func greet(version: String) {
    guard editor.terminal != nil else { return }
    console.show("Peil \(version) – Tab completes, :help lists the commands, Ctrl-D leaves")
  }

  /// Prints what a run brought.
  package func show(_ evaluation: Evaluation) {
    if let path = onceFile, evaluation.outcome == .succeeded, !evaluation.output.isEmpty {
      onceFile = nil
      let isWritten = files.write(path, evaluation.output)
      report(isWritten ? "wrote \(path)" : "error: cannot write \(path)")
    } else {
      show(evaluation.output)
    }
    report(evaluation.diagnostics)
    if evaluation.outcome == .cancelled, evaluation.diagnostics.isEmpty { report("cancelled") }
  }

  /// Prints a text that may be longer than the screen.
  package func show(_ text: String) {
    if settings.pager.command != nil, let terminal = editor.terminal,
      Pager.isNeeded(text, on: terminal)
    {
      if settings.pager.show(text) { return }
      console.show(text)
      report("note: `\(settings.pager.command ?? "")` cannot be run; `:pager` chooses another")
      settings.pager.command = nil
      return
    }
    console.show(text)
  }

  /// Prints an error or a note.
  package func report(_ text: String) {
    if text.hasPrefix("error") { reports += 1 }
    let text = text.fittedFault(to: editor.terminal?.columns)
    guard settings.hasColours, text.hasPrefix("error") else { return console.report(text) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    console.report(
      lines.map { line in
        guard line.hasPrefix("error") else { return String(line) }
        var coloured = StyledLine("error", .fault)
        coloured.add(String(line.dropFirst("error".count)), .strong)
        return coloured.text(hasColours: true)
      }.joined(separator: "\n"))
  }
}

extension String {
  /// The text of a fault with the lists and sentences below its place parted between words, under
  /// their gutter, where they are longer than a line.
  func fittedFault(to columns: Int?) -> String {
    guard let columns else { return self }
    return split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let gutter = line.prefix { $0 == " " || $0 == "|" }
      let rest = line.dropFirst(gutter.count)
      // Below a line of source spaces have a meaning; those lines end in a mark or a label.
      guard gutter.hasSuffix("| "), !gutter.hasSuffix("|  "), rest.first != "^",
        DisplayWidth.of(String(line)) > columns
      else { return String(line) }
      let parts = String(rest).wrapped(to: max(20, columns - gutter.count))
      return gutter + parts.replacing("\n", with: "\n\(gutter)")
    }.joined(separator: "\n")
  }
}
