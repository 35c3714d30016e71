/// What the prompt needs from the engine: to judge, run, complete and explain text.
///
/// The prompt knows no language: it passes text on as typed, so a line that starts with `|`
/// reaches the session unchanged, and the session puts the last result in front of it.
/// Every function returns; whatever goes wrong is told in the value returned.
package protocol InteractiveSession: AnyObject {
  /// Whether the text is an unfinished statement, so that Return adds a line instead of running.
  func needsMore(_ text: String) -> Bool

  /// Runs the text and returns what it printed.
  func run(_ text: String, in context: RunContext) -> Evaluation

  /// Runs the text as ``run(_:in:)`` does, and leaves definitions and last result as they were.
  func peek(_ text: String, in context: RunContext) -> Evaluation

  /// Describes how the text would run, without running it.
  func explain(_ text: String) -> Evaluation

  /// The parts of a text that have a style, in order; asked for every key.
  func styles(of text: String) -> [StyledRange]

  /// Returns what can stand at the cursor, given in UTF-8 bytes from the start of the text.
  func completions(in text: String, at utf8Offset: Int) -> CompletionList

  /// The names that `help(_:)` knows, in the order to list them.
  var documentedNames: [String] { get }

  /// Signature, sentence and examples of a verb or function; nil when there is none of that name.
  func help(_ name: String) -> String?

  /// What a verb or function does, in a sentence; nil when there is none of that name.
  func sentence(about name: String) -> String?

  /// An example of a verb or function that can be run by itself; nil when there is none.
  func example(of name: String) -> String?

  /// The names that `describe(_:)` knows, in the order to list them.
  var datasetNames: [String] { get }

  /// The list of datasets, ready to print.
  func datasets(in context: RunContext) -> String

  /// Columns and roles of a dataset, ready to print; nil when there is none of that name.
  func describe(_ name: String, in context: RunContext) -> String?

  /// The form of the results.
  var mode: OutputMode { get set }

  /// The language of what is added to results: `nl` or `en`.
  var language: String { get set }

  /// Whether notes are given with results.
  var showsNotes: Bool { get set }

  /// Threads that read and compute, at least 1.
  var threads: Int { get set }
}

/// The circumstances of one run: where the result goes and how the run is told to stop.
package struct RunContext: Sendable {
  /// Raised when the user pressed Ctrl-C; a run asks it at least once for every batch.
  package let cancellation: CancellationFlag

  /// The terminal that the result is read on; nil when it goes to a file, where nothing is cut.
  package let screen: ResultScreen?

  /// The file the text was read from, against which it resolves paths; nil at the prompt.
  package let file: String?

  /// Creates the circumstances of a run.
  package init(cancellation: CancellationFlag, screen: ResultScreen?, file: String? = nil) {
    self.cancellation = cancellation
    self.screen = screen
    self.file = file
  }
}

/// The forms that a result is printed in.
package enum OutputMode: String, CaseIterable, Sendable {
  case table
  case vertical
  case md
  case csv
  case tsv
  case json
  case ndjson
  case html

  /// The sentence that completion and help show.
  package var summary: String {
    switch self {
    case .table: "aligned columns"
    case .vertical: "a line for each cell"
    case .md: "Markdown"
    case .csv: "comma separated"
    case .tsv: "tab separated"
    case .json: "one array of objects"
    case .ndjson: "an object on each line"
    case .html: "an HTML table"
    }
  }
}
