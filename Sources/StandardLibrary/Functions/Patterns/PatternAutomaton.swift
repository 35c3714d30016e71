import Columnar

/// Finds a pattern in bytes: an automaton whose states are made when they are first reached (K.
/// Thompson, "Regular Expression Search Algorithm", 1968).
///
/// Tells only whether the pattern is found. A zero byte is passed over, as by ``TextPattern``.
struct PatternAutomaton {
  private var steps: [Step] = []
  /// For each state and byte the next state, or ``unknown``.
  private var table: [Int32] = []
  private var members: [[Int]] = []
  private var numbers: [[Int]: Int32] = [:]
  private var isEnd: [Bool] = []
  private var entryStep = 0
  private var first: Int32 = 0
  /// The state of a search that found nothing yet and is behind the first byte.
  private var resting: Int32 = 0
  /// The bytes that lead out of that state, each eight times over, when there are few.
  private var waking: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  private var hasWaking = false
  /// Whether there are more than two of them.
  private var hasMore = false
  /// Bytes that every text with the pattern holds, when there are enough to look for.
  private var required: ByteSearch?

  private static let unknown: Int32 = -1
  /// The pattern was found.
  private static let found: Int32 = -2
  /// Fewer bytes than this are found in most texts.
  private static let fewest = 3
  private static let mostSteps = 4_000
  private static let mostStates = 500

  private enum Step {
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
    var wakes: [UInt64] = []
    for byte in UInt8.min...UInt8.max {
      guard let next = next(resting, byte) else { return nil }
      if next != resting { wakes.append(UInt64(byte) &* 0x0101_0101_0101_0101) }
    }
    guard let last = wakes.last, wakes.count <= 4 else { return }
    let all = wakes + [UInt64](repeating: last, count: 4 - wakes.count)
    waking = (all[0], all[1], all[2], all[3])
    hasWaking = true
    hasMore = wakes.count > 2
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
    var place = (state: first, index: 0)
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
        if state == resting, hasWaking {
          index = unsafe skip(bytes, from: index)
          guard index < bytes.count else { break }
        }
        let following = unsafe table[Int(state) << 8 | Int(bytes[index])]
        if following < 0 {
          if following == Self.found { return true }
          place = (state, index)
          return nil
        }
        state = following
        index &+= 1
      }
      return isEnd[Int(state)]
    }
  }

  private static let zero = ByteSearch([0])

  /// The first place from `start` on of a byte that leads anywhere.
  @inline(__always)
  private func skip(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let waking = waking
    var index = start
    while index &+ 8 <= bytes.count {
      let word = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // A byte that is equal becomes zero, of which taking 1 away sets the highest bit.
      let (one, two) = (word ^ waking.0, word ^ waking.1)
      var hits = (one &- ones) & ~one | (two &- ones) & ~two
      if hasMore {
        let (three, four) = (word ^ waking.2, word ^ waking.3)
        hits |= (three &- ones) & ~three | (four &- ones) & ~four
      }
      if hits & ones << 7 != 0 { break }
      index &+= 8
    }
    while index < bytes.count {
      let word = unsafe UInt64(bytes[index]) &* ones
      if word == waking.0 || word == waking.1 || word == waking.2 || word == waking.3 { break }
      index &+= 1
    }
    return index
  }

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
    let number = Int32(members.count)
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
  private mutating func next(_ state: Int32, _ byte: UInt8) -> Int32? {
    var next = state
    if byte != 0 {
      var entries = members[Int(state)].compactMap { step -> Int? in
        if case .byte(let set, let next) = steps[step], set.contains(byte) { return next }
        return nil
      }
      // The pattern may begin at any byte.
      entries.append(entryStep)
      guard let made = self.state(closure(entries, isStart: false)) else { return nil }
      next = made
    }
    table[Int(state) << 8 | Int(byte)] = next
    return next
  }
}
