import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// Keeps some rows by lot.
  static let sample = Verb(
    "sample", items: .values, clauses: [ClauseSignature("seed", "NUMBER", .values)],
    UnitDocumentation(
      "sample N seed NUMBER", "Keeps N rows by lot, in the order they had.",
      details: [
        "The same rows and the same seed give the same sample on any machine; the seed is "
          + "required, so that a result can be made again.",
        "Every row has the same chance. With N rows or fewer all are kept.",
      ],
      examples: ["municipalities | sample 3 seed 1 | select name, province"])
  ) { call, planner in
    guard let item = planner.single(call.items, of: call, "number of rows"),
      let count = planner.wholeNumber(item, "the number of rows", atLeast: 0),
      let seed = planner.wholeNumber(after: "seed", of: call, atLeast: 0)
    else { return nil }
    guard let seed else {
      planner.report(
        "missing-item", "a sample needs a seed, so that it can be drawn again",
        at: call.stage.range, label: "add `seed 1`")
      return nil
    }
    return LogicalPlan(
      .transform(call.input, DrawnRows(count: count, seed: UInt64(seed))), schema: call.schema,
      fixed: call.input.fixed, timeFiltered: call.input.timeFiltered)
  }
}

/// Draws rows: each gets a number from the seed and its place, and the smallest are kept.
struct DrawnRows: TableTransform {
  let count: Int
  let seed: UInt64
  var summary: String { "sample \(count)" }
  func estimatedRows(_ input: Double) -> Double? { min(input, Double(count)) }

  func narrowed(to wanted: Set<Int>, of input: Schema) -> NarrowedStep<any TableTransform>? {
    Self.passing(wanted, of: input.fields.count, own: []) { _ in self }
  }

  func apply(_ input: Table, _ run: TransformRun) -> Batch {
    guard input.count > count else { return input.batch }
    var generator = SplitMix(state: seed)
    let lots = (0..<input.count).map { _ in generator.next() }
    let order = lots.indices.sorted { lots[$0] == lots[$1] ? $0 < $1 : lots[$0] < lots[$1] }
    let rows = order.prefix(count).sorted()
    run.note(
      Note(
        code: "sample", dutch: "steekproef: \(count) van \(input.count) regels",
        english: "a sample: \(count) of \(input.count) rows"))
    return Batch(columns: input.columns.map { $0.gather(rows) }, count: count)
  }
}

/// SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014).
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
