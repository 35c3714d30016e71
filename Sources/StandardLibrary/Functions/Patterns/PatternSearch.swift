import Columnar

/// Looks for one pattern in the texts of a dictionary, each at most once, straight from bytes.
struct PatternSearch {
  private let known: KnownPattern
  /// The same for the C library, once it is needed: of one pattern for several threads each would
  /// wait for the others.
  private var pattern: TextPattern?
  /// What finds it without the C library, when it can.
  private var automaton: PatternAutomaton?
  private let dictionary: TextDictionary
  private var room: [CChar] = []

  init(_ known: KnownPattern, in dictionary: TextDictionary) {
    self.known = known
    automaton = known.automaton
    self.dictionary = dictionary
  }

  /// Whether the pattern is found, for each row; false for a missing one.
  mutating func outcomes(of column: Column) -> [Bool] {
    if let outcomes = outcomesByAutomaton(of: column) { return outcomes }
    let codes = column.textCodes
    let missing = column.missing
    var result = [Bool](repeating: false, count: codes.count)
    TextPattern.inUTF8 {
      var known = [UInt8](repeating: 0, count: hasTable(codes) ? dictionary.count : 0)
      for row in codes.indices where (missing?[row] ?? 0) == 0 {
        let code = Int(codes[row])
        if known.isEmpty {
          result[row] = isFound(code)
        } else {
          if known[code] == 0 { known[code] = isFound(code) ? 2 : 1 }
          result[row] = known[code] == 2
        }
      }
    }
    return result
  }

  /// Whether a table of all texts pays: when most of them occur.
  private func hasTable(_ codes: [UInt32]) -> Bool { dictionary.count <= codes.count * 4 }

  /// The outcomes without the C library; nil when there is no automaton, or it takes too many
  /// states.
  private mutating func outcomesByAutomaton(of column: Column) -> [Bool]? {
    guard var machine = automaton else { return nil }
    defer { automaton = machine }
    if let outcomes = outcomesTogether(of: column, &machine) { return outcomes }
    return unsafe TextBytes.values(of: column, filler: false) { unsafe machine.isFound(in: $0) }
  }

  /// The same for the texts of a range of codes, each once, and missing rows behind them, in one loop.
  /// Nil when it is not such a column.
  private func outcomesTogether(of column: Column, _ machine: inout PatternAutomaton) -> [Bool]? {
    guard machine.findsInMany, let arena = dictionary.bytes else { return nil }
    let codes = column.textCodes
    let known = column.missing.map { $0.firstIndex { $0 != 0 } ?? codes.count } ?? codes.count
    guard let first = codes.first.map({ Int($0) }), known > 0, first + known <= arena.count,
      (0..<known).allSatisfy({ Int(codes[$0]) == first + $0 }),
      column.missing?[known...].allSatisfy({ $0 != 0 }) ?? true
    else { return nil }
    var outcomes = [Bool](repeating: false, count: codes.count)
    let isWhole = unsafe outcomes.withUnsafeMutableBufferPointer { outcomes in
      unsafe arena.withPlaces(first..<(first + known)) { texts in
        unsafe machine.find(in: texts) { unsafe outcomes[$0] = true }
      }
    }
    return isWhole ? outcomes : nil
  }

  private mutating func isFound(_ code: Int) -> Bool {
    if automaton != nil {
      if let outcome = isFoundByAutomaton(code) { return outcome }
      // It took too many states.
      automaton = nil
    }
    guard let pattern = pattern ?? (try? TextPattern(known.text)) else { return false }
    self.pattern = pattern
    room.removeAll(keepingCapacity: true)
    if let arena = dictionary.bytes {
      arena.withBytes(code) { bytes in
        for index in bytes.indices where bytes[index] != 0 {
          room.append(CChar(bitPattern: bytes[index]))
        }
      }
    } else {
      for byte in dictionary[code].utf8 where byte != 0 { room.append(CChar(bitPattern: byte)) }
    }
    room.append(0)
    return unsafe room.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return false }
      return unsafe pattern.isFound(in: start)
    }
  }

  private mutating func isFoundByAutomaton(_ code: Int) -> Bool? {
    if let arena = dictionary.bytes {
      return arena.withBytes(code) { automaton?.isFound(in: $0) }
    }
    let bytes = Array(dictionary[code].utf8)
    return automaton?.isFound(in: bytes.span)
  }
}
