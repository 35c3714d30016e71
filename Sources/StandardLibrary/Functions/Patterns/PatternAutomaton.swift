import Columnar

/// Finds a pattern in bytes: an automaton whose states are made when they are first reached (K.
/// Thompson, "Regular Expression Search Algorithm", 1968).
///
/// Tells only whether the pattern is found. A zero byte is passed over, as by ``TextPattern``.
struct PatternAutomaton: Sendable {
  private var steps: [Step] = []
  /// For each state and byte the next state, or ``unknown``. The number of a state is where its bytes
  /// begin, so that a step is one sum and one look.
  var table: [Int32] = []
  private var members: [[Int]] = []
  private var numbers: [[Int]: Int32] = [:]
  var isEnd: [Bool] = []
  private var entryStep = 0
  var first: Int32 = 0
  /// The state of a search that found nothing yet and is behind the first byte.
  var resting: Int32 = 0
  /// Finds what leads out of that state, when that is not much.
  var leads: LeadSearch?
  /// What the pattern stands for, when that is a few texts.
  var literals: LiteralSet?
  /// Bytes that every text with the pattern holds, when there are enough to look for.
  var required: ByteSearch?

  private static let unknown: Int32 = -1
  /// The pattern was found.
  static let found: Int32 = -2
  /// Fewer bytes than this are found in most texts.
  private static let fewest = 3
  private static let mostSteps = 4_000
  private static let mostStates = 500

  private enum Step: Sendable {
    case byte(ByteSet, Int)
    case either(Int, Int)
    case start(Int)
    case end(Int)
    case found
  }

  /// Makes it of a pattern that the C library has compiled; nil for one that bytes alone do not
  /// decide, or that takes much room.
  init?(_ pattern: String) {
    guard let tree = PatternReader.tree(of: pattern) else { return nil }
    let bytes = tree.requiredBytes
    if bytes.count >= Self.fewest { required = ByteSearch(bytes) }
    literals = LiteralSet(tree)
    steps.append(.found)
    guard let entry = add(tree, before: 0) else { return nil }
    guard let first = state(closure([entry], isStart: true)) else { return nil }
    self.first = first
    entryStep = entry
    guard first >= 0, let resting = state(closure([entry], isStart: false)) else {
      self.resting = first
      return
    }
    self.resting = resting
    guard resting >= 0 else { return }
    guard let found = leadsOut() else { return nil }
    leads = LeadSearch(found)
  }

  /// What leads out of the resting state, so that it is left for another than any other byte would:
  /// bytes, or two of them where few can follow. More than can be looked for when there are many; nil
  /// when there are too many states.
  private mutating func leadsOut() -> [LeadSearch.Lead]? {
    var bytes: [LeadSearch.Lead] = []
    var pairs: [LeadSearch.Lead] = []
    for byte in UInt8.min...UInt8.max {
      guard let next = next(resting, byte) else { return nil }
      guard next != resting else { continue }
      bytes.append(LeadSearch.Lead(first: byte, second: nil))
      guard bytes.count <= LeadSearch.most else { return bytes }
      guard let seconds = seconds(after: next) else { return nil }
      pairs += seconds.map { LeadSearch.Lead(first: byte, second: $0) }
    }
    return pairs.count <= LeadSearch.most ? pairs : bytes
  }

  /// The bytes behind a lead that do not lead to where they lead without it; of a state that is found,
  /// or that the end of the text makes so, any. Nil when there are too many states.
  private mutating func seconds(after state: Int32) -> [UInt8?]? {
    guard state >= 0, !isEnd[Int(state) >> 8] else { return [nil] }
    var seconds: [UInt8?] = []
    for byte in UInt8.min...UInt8.max {
      guard let one = next(state, byte), let other = next(resting, byte) else { return nil }
      if one != other { seconds.append(byte) }
    }
    return seconds
  }

  /// Whether the pattern is found in a text; nil when that takes too many states.
  mutating func isFound(in bytes: Span<UInt8>) -> Bool? {
    unsafe bytes.withUnsafeBytes { unsafe isFound(in: $0) }
  }

  /// The same for a piece of memory.
  @unsafe
  mutating func isFound(in bytes: UnsafeRawBufferPointer) -> Bool? {
    // What every text with the pattern holds is looked for first, many bytes at a time. A text with
    // a zero byte, which is passed over, may hold it in parts.
    if let required, unsafe !required.isFound(in: bytes), unsafe !Self.zero.isFound(in: bytes) {
      return false
    }
    return unsafe isFound(in: bytes, from: (first, 0))
  }

  /// Whether the pattern is found from a place on; nil when that takes too many states.
  @inline(__always)
  private mutating func isFound(
    in bytes: UnsafeRawBufferPointer, from start: (state: Int32, index: Int)
  ) -> Bool? {
    var place = start
    while true {
      if let isFound = unsafe walk(bytes, &place) { return isFound }
      // A state that was not made yet.
      guard next(place.state, unsafe bytes[place.index]) != nil else { return nil }
    }
  }

  /// Goes on from a place, until it is decided whether the pattern is found; nil, with the place,
  /// where a state is not made yet.
  @inline(__always)
  private func walk(_ bytes: UnsafeRawBufferPointer, _ place: inout (state: Int32, index: Int))
    -> Bool?
  {
    unsafe table.withUnsafeBufferPointer { table in
      var (state, index) = place
      if state == Self.found { return true }
      while index < bytes.count {
        if state == resting, let leads {
          index = unsafe leads.place(in: bytes, from: index)
          guard index < bytes.count else { break }
        }
        let following = unsafe table[Self.entry(state, bytes[index])]
        if following < 0 {
          if following == Self.found { return true }
          place = (state, index)
          return nil
        }
        state = following
        index &+= 1
      }
      return isEnd[Int(state) >> 8]
    }
  }

  /// Where the table says what follows a state and a byte.
  @inline(__always)
  static func entry(_ state: Int32, _ byte: UInt8) -> Int {
    Int(truncatingIfNeeded: UInt32(bitPattern: state)) | Int(byte)
  }

  private static let zero = ByteSearch([0])

  /// Adds the steps of a tree that lead to a step, and gives the first; nil when there are too many.
  private mutating func add(_ tree: PatternTree, before next: Int) -> Int? {
    guard steps.count < Self.mostSteps else { return nil }
    switch tree {
    case .byte(let set): return append(.byte(set, next))
    case .start: return append(.start(next))
    case .end: return append(.end(next))
    case .sequence(let parts):
      var next = next
      for part in parts.reversed() {
        guard let first = add(part, before: next) else { return nil }
        next = first
      }
      return next
    case .choice(let parts):
      var entry: Int?
      for part in parts.reversed() {
        guard let first = add(part, before: next) else { return nil }
        entry = entry.map { append(.either(first, $0)) } ?? first
      }
      return entry
    case .repeated(let part, let least, let most):
      var entry = next
      if let most {
        guard most >= least else { return nil }
        for _ in least..<most {
          guard let first = add(part, before: entry) else { return nil }
          entry = append(.either(first, next))
        }
      } else {
        let turn = append(.either(next, next))
        guard let first = add(part, before: turn) else { return nil }
        steps[turn] = .either(first, next)
        entry = turn
      }
      for _ in 0..<least {
        guard let first = add(part, before: entry) else { return nil }
        entry = first
      }
      return entry
    }
  }

  private mutating func append(_ step: Step) -> Int {
    steps.append(step)
    return steps.count - 1
  }

  /// The steps that wait for a byte or the end, reached from some without a byte; nil when the
  /// pattern is found already.
  private func closure(_ entries: [Int], isStart: Bool, isEnd: Bool = false) -> [Int]? {
    var seen = Set<Int>()
    var open = entries
    var waiting: [Int] = []
    while let step = open.popLast() {
      guard seen.insert(step).inserted else { continue }
      switch steps[step] {
      case .found: return nil
      case .byte: waiting.append(step)
      case .either(let one, let other): open += [one, other]
      case .start(let next): if isStart { open.append(next) }
      case .end(let next):
        waiting.append(step)
        if isEnd { open.append(next) }
      }
    }
    return waiting.sorted()
  }

  /// The number of the state of some steps; nil when there are too many states.
  private mutating func state(_ steps: [Int]?) -> Int32? {
    guard let steps else { return Self.found }
    if let number = numbers[steps] { return number }
    guard members.count < Self.mostStates else { return nil }
    let number = Int32(members.count) << 8
    members.append(steps)
    numbers[steps] = number
    table += [Int32](repeating: Self.unknown, count: 256)
    let ends = steps.compactMap { step -> Int? in
      if case .end(let next) = self.steps[step] { return next }
      return nil
    }
    isEnd.append(closure(ends, isStart: false, isEnd: true) == nil)
    return number
  }

  /// The state after a byte; nil when there are too many.
  mutating func next(_ state: Int32, _ byte: UInt8) -> Int32? {
    let known = table[Self.entry(state, byte)]
    guard known == Self.unknown else { return known }
    var next = state
    if byte != 0 {
      var entries = members[Int(state) >> 8].compactMap { step -> Int? in
        if case .byte(let set, let next) = steps[step], set.contains(byte) { return next }
        return nil
      }
      // The pattern may begin at any byte.
      entries.append(entryStep)
      guard let made = self.state(closure(entries, isStart: false)) else { return nil }
      next = made
    }
    table[Self.entry(state, byte)] = next
    return next
  }
}
