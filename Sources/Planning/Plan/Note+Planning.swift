package import Columnar

extension Note {
  /// Periods were left out before something compares them.
  package static func priorFilteredOut(_ name: String) -> Note {
    Note(
      code: "prior-filtered-out",
      dutch: "een eerdere where beperkt de perioden: zet \(name) vóór die where om te vergelijken",
      english: "an earlier where limits the periods: put \(name) before that where to compare")
  }
}
