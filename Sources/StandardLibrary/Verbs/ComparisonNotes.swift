import Columnar
import Planning

/// What a reader should know of comparisons with an earlier period: provisional figures, and
/// changes within the margin.
struct ComparisonNotes {
  private let schema: Schema
  private let series: [Int]
  private let axis: Int
  private let step: WindowCall.Step
  private var provisional: Provisional?
  private var margins: [Margins] = []

  /// Columns that tell whether a figure and its base are provisional, and the changes of both.
  struct Provisional {
    let own: Int
    let base: Int
    var changes: [Int] = []
  }

  /// Columns with the margins of a measure and of its base.
  struct Margins {
    let name: String
    let change: Int
    let lower: Int
    let upper: Int
    let baseLower: Int
    let baseUpper: Int
  }

  /// Notes on comparisons along an axis.
  init(_ call: VerbCall, series: [Int], axis: Int, step: WindowCall.Step) {
    schema = call.schema
    self.series = series
    self.axis = axis
    self.step = step
  }

  /// The note that says what the change and the growth of a mixed measure are.
  static func mixed(_ name: String) -> Note {
    Note(
      code: "mixed-kinds",
      dutch: "\(name): percentages veranderen in procentpunten en hebben geen groei; "
        + "van een lopend totaal is de groei die van de toename",
      english: "\(name): percentages change in percentage points and have no growth; "
        + "the growth of a running total is that of its flow")
  }

  /// Watches the change of a measure, which stands at a position of the extended table.
  mutating func add(
    _ field: Field, change: Int, _ scope: inout Scope, _ planner: Planner
  ) {
    if let name = schema.provisional, let own = schema.index(of: name) {
      var watched =
        provisional ?? base(of: own, &scope, planner).map { Provisional(own: own, base: $0) }
      watched?.changes.append(change)
      provisional = watched
    }
    guard let lower = field.measure?.lower.flatMap({ schema.index(of: $0) }),
      let upper = field.measure?.upper.flatMap({ schema.index(of: $0) }),
      schema.fields[lower].type.isNumeric, schema.fields[upper].type.isNumeric,
      let baseLower = base(of: lower, &scope, planner),
      let baseUpper = base(of: upper, &scope, planner)
    else { return }
    margins.append(
      Margins(
        name: field.name, change: change, lower: lower, upper: upper, baseLower: baseLower,
        baseUpper: baseUpper))
  }

  private func base(of index: Int, _ scope: inout Scope, _ planner: Planner) -> Int? {
    let expr = TypedExpr(.column(index), schema.fields[index].type)
    return planner.add(.prior, expr, series: series, axis: axis, step: step, to: &scope).column
  }

  /// The plan with a step that counts, when there is something to count.
  func observing(_ plan: LogicalPlan) -> LogicalPlan {
    guard provisional != nil || !margins.isEmpty else { return plan }
    return LogicalPlan(
      .transform(plan, ComparisonCounter(provisional: provisional, margins: margins)),
      schema: plan.schema, fixed: plan.fixed, timeFiltered: plan.timeFiltered)
  }
}

/// Counts comparisons and passes all rows on.
private struct ComparisonCounter: TableTransform {
  let provisional: ComparisonNotes.Provisional?
  let margins: [ComparisonNotes.Margins]
  var summary: String { "note provisional figures and margins" }

  func apply(_ input: Table, _ run: TransformRun) -> Batch {
    if let provisional {
      let marks = [provisional.own, provisional.base].map { Self.marks(input.columns[$0]) }
      let count = (0..<input.count).count { row in
        (marks[0][row] || marks[1][row])
          && provisional.changes.contains { input.columns[$0].reason(at: row) == nil }
      }
      if count > 0 { run.note(Self.provisionalNote(count)) }
    }
    for margin in margins {
      let count = (0..<input.count).count { isWithin(margin, input, $0) }
      if count > 0 { run.note(Self.marginNote(margin.name, count)) }
    }
    return input.batch
  }

  /// Whether the margins of a figure and of its base overlap.
  private func isWithin(_ margin: ComparisonNotes.Margins, _ input: Table, _ row: Int) -> Bool {
    guard input.columns[margin.change].reason(at: row) == nil else { return false }
    let bounds = [margin.lower, margin.upper, margin.baseLower, margin.baseUpper].compactMap {
      input.columns[$0].value(at: row).asNumber
    }
    return bounds.count == 4 && bounds[0] <= bounds[3] && bounds[2] <= bounds[1]
  }

  /// Which rows a column marks as provisional: true, a number other than 0, or a text that does
  /// not say that the figure is final.
  private static func marks(_ column: Column) -> [Bool] {
    let final: Set<String> = ["", "definitief", "final", "nee", "no", "false", "0"]
    return (0..<column.count).map { row in
      switch column.value(at: row) {
      case .boolean(let flag): flag
      case .integer(let value): value != 0
      case .number(let value): value != 0
      case .text(let text): !final.contains(text.lowercased())
      case .missing, .date, .period: false
      }
    }
  }

  private static func provisionalNote(_ count: Int) -> Note {
    Note(
      code: "provisional",
      dutch: count == 1
        ? "1 vergelijking met een voorlopig cijfer" : "\(count) vergelijkingen met een voorlopig cijfer",
      english: count == 1
        ? "1 comparison with a provisional figure" : "\(count) comparisons with a provisional figure")
  }

  private static func marginNote(_ name: String, _ count: Int) -> Note {
    Note(
      code: "within-margin",
      dutch: count == 1
        ? "\(name): 1 verandering valt binnen de marge"
        : "\(name): \(count) veranderingen vallen binnen de marge",
      english: count == 1
        ? "\(name): 1 change is within the margin" : "\(name): \(count) changes are within the margin")
  }
}
