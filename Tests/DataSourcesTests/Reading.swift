import Columnar
import SourceText

@testable import DataSources

/// Opens a text in memory as a file named `t.csv`.
func open(
  _ text: String, blockSize: Int = BlockBuffer.usual,
  _ change: (inout CSVOptions) -> Void = { _ in }
) throws -> CSVSource {
  try open(Array(text.utf8), blockSize: blockSize, change)
}

func open(
  _ bytes: [UInt8], blockSize: Int = BlockBuffer.usual,
  _ change: (inout CSVOptions) -> Void = { _ in }
) throws -> CSVSource {
  var options = CSVOptions()
  change(&options)
  return try CSVSource(.memory(bytes), "t.csv", options, blockSize: blockSize)
}

/// The fault of opening and reading a text, or nil.
func fault(_ text: String, _ change: (inout CSVOptions) -> Void = { _ in }) -> Diagnostic? {
  fault(Array(text.utf8), change)
}

func fault(_ bytes: [UInt8], _ change: (inout CSVOptions) -> Void = { _ in }) -> Diagnostic? {
  var found: [Diagnostic?] = []
  for size in [8, 64, BlockBuffer.usual] {
    do {
      _ = try open(bytes, blockSize: size, change).read()
      found.append(nil)
    } catch {
      found.append(error as? Diagnostic)
    }
  }
  // The first fault of a file does not depend on how it was cut into blocks.
  let messages = Set(found.map { $0?.message ?? "none" })
  return messages.count == 1
    ? found[0] : Diagnostic(.error, code: "differs", messages.sorted().joined(separator: " / "))
}

extension Table {
  /// All values of a column, for comparison.
  func values(_ name: String) -> [Value] {
    guard let column = column(name) else { return [] }
    return (0..<count).map { column.value(at: $0) }
  }

  /// All values by row.
  var rows: [[Value]] {
    (0..<count).map { row in columns.map { $0.value(at: row) } }
  }
}

/// Numbers that look random and are the same on every run (splitmix64, Steele and others 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
