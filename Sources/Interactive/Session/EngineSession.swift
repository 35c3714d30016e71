package import Peil
import SourceText
import Tables

/// The engine behind the prompt.
package final class EngineSession: InteractiveSession {
  private let session: Session
  /// The form of the results.
  package var mode: OutputMode
  private let progress: ProgressLine?
  /// The pipeline whose result is the last one.
  private var shown: String?

  /// Makes the session of a prompt; results are written in a format of ``QueryResult``.
  package init(_ session: Session, format: String = "table", progress: ProgressLine? = nil) {
    self.session = session
    self.progress = progress
    mode = OutputMode(rawValue: format) ?? .table
  }

  package func needsMore(_ text: String) -> Bool {
    session.needsMore(SourceFile(name: "prompt", isNamed: false, text: text))
  }

  package func run(_ text: String, in context: RunContext) -> Evaluation {
    let file = SourceFile(
      name: context.file ?? "prompt", isNamed: context.file != nil, text: text)
    let cancellation = context.cancellation
    let progress = progress
    progress?.begin()
    session.options.isCancelled = { cancellation.isRaised }
    if let progress { session.options.watch = { progress.show($0, $1) } }
    defer {
      progress?.clear()
      session.options.isCancelled = nil
      session.options.watch = nil
    }
    var outputs: [TableOutput] = []
    do {
      try session.run(file) {
        outputs.append(try ResultText.output($0, as: mode, on: context.screen))
      }
    } catch {
      let fault = PeilError(error)
      // Who pressed Ctrl-C knows which query it was.
      if fault.exitCode == 130 { return Evaluation(.cancelled, output: joined(outputs)) }
      return Evaluation(.failed, output: joined(outputs), diagnostics: fault.description)
    }
    let notes = outputs.map(\.notes).joined()
    let standalone = session.standalone(file, after: shown)
    shown = standalone?.shown
    return Evaluation(
      .succeeded, output: joined(outputs), diagnostics: notes, script: standalone?.script)
  }

  package func peek(_ text: String, in context: RunContext) -> Evaluation {
    let before = (session.definitions, shown)
    defer { (session.definitions, shown) = before }
    return run(text, in: context)
  }

  private func joined(_ outputs: [TableOutput]) -> String {
    outputs.map(\.body).joined(separator: TableFormats.named(mode.rawValue)?.separator ?? "\n")
  }

  package func explain(_ text: String) -> Evaluation {
    do {
      let file = SourceFile(name: "prompt", isNamed: false, text: text)
      return Evaluation(.succeeded, output: try session.explain(file))
    } catch {
      return Evaluation(.failed, diagnostics: error.description)
    }
  }

  package func styles(of text: String) -> [StyledRange] {
    session.highlights(in: text).map { StyledRange($0.range, .named($0.kind.rawValue)) }
  }

  package func completions(in text: String, at utf8Offset: Int) -> CompletionList {
    // Ctrl-C drops the entry: nobody waits for its values any more.
    let interrupts = CancellationFlag(followsInterrupts: true)
    session.options.isCancelled = { interrupts.isRaised }
    defer { session.options.isCancelled = nil }
    let found = session.completions(in: text, at: utf8Offset)
    return CompletionList(
      replacing: found.range,
      found.candidates.map { candidate in
        Candidate(
          candidate.text, detail: candidate.detail,
          continues: [UInt8(ascii: "("), UInt8(ascii: "/")].contains(candidate.text.utf8.last))
      }, remark: found.remark)
  }

  package var documentedNames: [String] { session.helpNames }

  package func help(_ name: String) -> String? { session.help(name) }

  package func sentence(about name: String) -> String? { session.sentence(about: name) }

  package func example(of name: String) -> String? { session.examples(of: name).first }

  package var datasetNames: [String] { session.tableNames }

  package func datasets(in context: RunContext) -> String {
    do {
      return try ResultText.output(session.datasets(), as: .table, on: context.screen).body
    } catch {
      return PeilError(error).description
    }
  }

  package func describe(_ name: String, in context: RunContext) -> String? {
    guard session.tableNames.contains(name) else { return nil }
    do {
      return try ResultText.output(session.columns(of: name), as: .table, on: context.screen).body
    } catch {
      return PeilError(error).description
    }
  }
}

// MARK: Settings

extension EngineSession {
  package var language: String {
    get { session.options.language.rawValue }
    set {
      guard let language = SessionOptions.Language(rawValue: newValue) else { return }
      session.options.language = language
    }
  }

  package var showsNotes: Bool {
    get { session.options.showsNotes }
    set { session.options.showsNotes = newValue }
  }

  package var threads: Int {
    get { session.options.threads }
    set { session.options.threads = max(1, newValue) }
  }
}
