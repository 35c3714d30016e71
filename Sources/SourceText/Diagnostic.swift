/// Something wrong, or worth knowing, with its place, cause and fix.
///
/// The engine only makes these values; ``DiagnosticRenderer`` draws them, at the edge.
package struct Diagnostic: Error, Sendable {
  /// How grave it is.
  package enum Severity: String, Sendable {
    case error, warning
  }

  /// When a fault was found; decides the exit code.
  package enum Phase: Sendable {
    /// Before any data was read (exit code 2).
    case check
    /// In data or while running (exit code 1).
    case run
    /// An assertion of the script (exit code 3).
    case assertion
    /// A file that is not there or cannot be read (exit code 66).
    case input
    /// A file or folder that cannot be written (exit code 73).
    case output
    /// A wrong parameter or option (exit code 64).
    case usage
    /// Something optional that is wanted and not there (exit code 69).
    case unavailable
    /// In use by another run, or written while it was read: later it may do (exit code 75).
    case busy
    /// Stopped by the user (exit code 130).
    case interrupted
  }

  package var severity: Severity
  package var phase: Phase
  /// Stable, hyphenated name of the kind of fault.
  package var code: String
  /// One sentence, lower case, without a closing full stop.
  package var message: String
  /// The text the range points into, if the fault has a place in a script.
  package var file: SourceFile?
  package var range: SourceRange?
  /// What stands next to the underlining.
  package var label: String?
  /// Further places, each with a label (the call, the first definition).
  package var related: [Related]
  /// Lines under the source: what is available, how to repair.
  package var notes: [String]

  /// A second place that matters for a fault.
  package struct Related: Sendable {
    package let file: SourceFile
    package let range: SourceRange
    package let label: String

    /// Makes a related place.
    package init(file: SourceFile, range: SourceRange, label: String) {
      self.file = file
      self.range = range
      self.label = label
    }
  }

  /// Makes a diagnostic.
  package init(
    _ severity: Severity, phase: Phase = .check, code: String, _ message: String,
    file: SourceFile? = nil, range: SourceRange? = nil, label: String? = nil,
    related: [Related] = [], notes: [String] = []
  ) {
    self.severity = severity
    self.phase = phase
    self.code = code
    self.message = message
    self.file = file
    self.range = range
    self.label = label
    self.related = related
    self.notes = notes
  }
}
