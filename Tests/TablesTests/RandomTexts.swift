import Columnar

/// Texts, numbers and tables by a seed: hostile pieces strung together.
struct RandomTexts {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493
  }

  /// A table of texts with what it holds; nil is a missing cell.
  struct Rows {
    var names: [String]
    var texts: [[String?]]
    var table: Table
  }

  /// SplitMix64.
  mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return Int(mixed % UInt64(bound))
  }

  mutating func text() -> String {
    (0..<next(4)).map { _ in Samples.hostile[next(Samples.hostile.count)] }.joined()
  }

  mutating func number() -> Double {
    let digits = Double(next(1 << 53)) - 0x1p52
    let powers = [1, 10, 100, 1e5, 1e12, 1e-3, 1e-20, 1e30]
    return digits / powers[next(powers.count)]
  }

  /// Rows of texts, one in eight missing: not_yet. Names are distinct.
  func rows(columns: Int, count: Int) -> Rows {
    var random = self
    let names = (0..<columns).map { "\(random.text())\($0)" }
    let texts = (0..<count).map { _ in
      (0..<columns).map { _ in random.next(8) == 0 ? nil : random.text() }
    }
    let built = (0..<columns).map { column in
      Samples.column(
        .text, texts.map { row in row[column].map { .text($0) } ?? .missing(.notYet) })
    }
    let schema = Schema(names.map { Field($0, .text) })
    // Equal texts in another composition share a code, so what is written is what was kept.
    let kept = (0..<count).map { row in
      (0..<columns).map { column -> String? in
        guard case .text(let text) = built[column].value(at: row) else { return nil }
        return text
      }
    }
    return Rows(
      names: names, texts: kept, table: Table(schema: schema, columns: built, count: count))
  }
}
