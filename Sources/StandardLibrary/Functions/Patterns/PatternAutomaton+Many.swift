import CBytes
import Columnar

/// Searching many texts in one loop.
extension PatternAutomaton {
  /// Whether that can be done: where a text begins is of no account, and most bytes lead nowhere.
  var findsInMany: Bool {
    leads != nil && required == nil && first == resting && resting >= 0 && !isEnd[Int(resting) >> 8]
  }

  /// Tells of each text that has the pattern, in their order; false when that takes too many states.
  /// Only where ``findsInMany``.
  @unsafe
  mutating func find(in texts: UnsafeBufferPointer<TextPlace>, _ found: (Int) -> Void) -> Bool {
    guard let leads else { return false }
    var cursor = Cursor(state: resting)
    while true {
      let isDone = unsafe table.withUnsafeBufferPointer { table in
        unsafe isEnd.withUnsafeBufferPointer { isEnd in
          unsafe leads.withLeads { leads in
            unsafe cursor.walk(texts, leads, table, isEnd, resting, found)
          }
        }
      }
      if isDone { return true }
      // A state that was not made yet.
      let byte = unsafe texts[cursor.text].start[cursor.place]
      guard next(cursor.state, byte) != nil else { return false }
    }
  }

  /// How far a search is.
  private struct Cursor {
    var state: Int32
    /// The place in the text.
    var place = 0
    var text = 0

    init(state: Int32) { self.state = state }

    /// Goes on to the end, or to a step of which the state is not made yet; whether it is the end.
    @unsafe
    mutating func walk(
      _ texts: UnsafeBufferPointer<TextPlace>, _ leads: UnsafePointer<cb_leads>,
      _ table: UnsafeBufferPointer<Int32>, _ isEnd: UnsafeBufferPointer<Bool>, _ resting: Int32,
      _ found: (Int) -> Void
    ) -> Bool {
      while text < texts.count {
        let (start, count) = unsafe (texts[text].start, texts[text].count)
        while place < count {
          if state == resting {
            place = unsafe cb_find_lead(start, place, count, leads)
            guard place < count else { break }
          }
          let following = unsafe table[PatternAutomaton.entry(state, start[place])]
          if following < 0 {
            guard following == PatternAutomaton.found else { return false }
            state = following
            break
          }
          state = following
          place &+= 1
        }
        if unsafe state == PatternAutomaton.found || isEnd[Int(state) >> 8] { found(text) }
        (state, place) = (resting, 0)
        text &+= 1
      }
      return true
    }
  }
}
