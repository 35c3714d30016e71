import Planning
package import SourceText

/// Everything that is wrong with a script, or the first fault met while running it.
public struct PeilError: Error, CustomStringConvertible {
  /// The faults in the order of their places.
  package let diagnostics: [Diagnostic]

  /// Takes over what the engine threw.
  package init(_ error: any Error) {
    switch error {
    case let list as Diagnostics: diagnostics = list.list
    case let single as Diagnostic: diagnostics = [single]
    case let own as PeilError: diagnostics = own.diagnostics
    default:
      diagnostics = [Diagnostic(.error, phase: .run, code: "internal", "\(error)")]
    }
  }

  /// The same faults, those without a place with one.
  func placed(_ place: LogicalPlan.Place?) -> PeilError {
    guard let place else { return self }
    var placed = diagnostics
    for index in placed.indices where placed[index].range == nil {
      placed[index].file = place.file
      placed[index].range = place.range
    }
    return PeilError(Diagnostics(placed))
  }

  /// Each fault with its place, cause, nearest name and fix, as on a terminal.
  public var description: String {
    let renderer = DiagnosticRenderer()
    return diagnostics.map(renderer.text).joined(separator: "\n")
  }

  /// The exit code of the first fault, as the command line gives it.
  public var exitCode: Int32 {
    guard let first = diagnostics.first else { return 1 }
    // A fault found before reading wins over those of params: both are shown.
    return ExitCode(first.phase).rawValue
  }
}

/// Exit codes of the command line.
public enum ExitCode: Int32, Sendable {
  case done = 0
  /// A fault in data or while running.
  case run = 1
  /// A fault found before data was read.
  case check = 2
  /// An assertion failed.
  case assertion = 3
  /// A wrong option or param.
  case usage = 64
  /// A file that is not there or cannot be read.
  case input = 66
  /// Something optional that is wanted and not there.
  case unavailable = 69
  /// A file or folder that cannot be written.
  case output = 73
  /// In use by another run: later it may do.
  case busy = 75
  /// Stopped by the user.
  case interrupted = 130
  /// Stopped by the system, as when it shuts down.
  case terminated = 143

  init(_ phase: Diagnostic.Phase) {
    self =
      switch phase {
      case .check: .check
      case .run: .run
      case .assertion: .assertion
      case .input: .input
      case .output: .output
      case .usage: .usage
      case .unavailable: .unavailable
      case .busy: .busy
      case .interrupted: .interrupted
      }
  }
}
