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
            unsafe cursor.walk(texts, leads, literals, table, isEnd, resting, found)
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
    /// The first text that does not follow the ones before it in memory.
    private var runEnd = 0
    /// Texts of a run that are looked at together, so that their places are near when one has a lead.
    private static let mostInRun = 1 << 10

    init(state: Int32) { self.state = state }

    /// Goes on to the end, or to a step of which the state is not made yet; whether it is the end.
    @unsafe
    mutating func walk(
      _ texts: UnsafeBufferPointer<TextPlace>, _ leads: UnsafePointer<cb_leads>,
      _ literals: LiteralSet?, _ table: UnsafeBufferPointer<Int32>,
      _ isEnd: UnsafeBufferPointer<Bool>, _ resting: Int32, _ found: (Int) -> Void
    ) -> Bool {
      while text < texts.count {
        if state == resting {
          guard unsafe moveToLead(texts, leads) else { continue }
          let (start, count) = unsafe (texts[text].start, texts[text].count)
          if let literals, unsafe literals.isFound(at: start + place, left: count &- place) {
            found(text)
            (text, place) = (text &+ 1, 0)
            continue
          }
        }
        let (start, count) = unsafe (texts[text].start, texts[text].count)
        while place < count {
          let following = unsafe table[PatternAutomaton.entry(state, start[place])]
          if following < 0 {
            guard following == PatternAutomaton.found else { return false }
            state = following
            break
          }
          state = following
          place &+= 1
          if state == resting { break }
        }
        if state == resting, place < count { continue }
        if unsafe state == PatternAutomaton.found || isEnd[Int(state) >> 8] { found(text) }
        (state, place) = (resting, 0)
        text &+= 1
      }
      return true
    }

    /// Moves to the next place where a lead stands, in this text or one that follows it in memory;
    /// false when there is none, behind all these.
    ///
    /// A lead may go over the end of a text: then it turns out to lead nowhere.
    @unsafe
    @inline(__always)
    private mutating func moveToLead(
      _ texts: UnsafeBufferPointer<TextPlace>, _ leads: UnsafePointer<cb_leads>
    ) -> Bool {
      if text >= runEnd {
        runEnd = text + 1
        let most = min(texts.count, text + Self.mostInRun)
        while runEnd < most,
          unsafe texts[runEnd].start == texts[runEnd &- 1].start + texts[runEnd &- 1].count
        { runEnd &+= 1 }
      }
      let start = unsafe texts[text].start
      let last = unsafe texts[runEnd &- 1]
      let count = unsafe (last.start + last.count) - start
      var hit = unsafe cb_find_lead(start, place, count, leads)
      guard hit < count else {
        (text, place) = (runEnd, 0)
        return false
      }
      while unsafe texts[text].count <= hit {
        unsafe hit &-= texts[text].count
        text &+= 1
      }
      place = hit
      return true
    }
  }
}
