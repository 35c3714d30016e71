import Columnar
import Planning

/// What a reader should know of comparisons with an earlier period: percentage points among other
/// changes, provisional figures, and changes within the margin.
struct ComparisonNotes {
  private let schema: Schema
  private let series: [Int]
  private let axis: Int
  private let step: WindowCall.Step
  private var provisional: Provisional?
  private var margins: [Margins] = []
  private var mixed: [Mixed] = []

  /// Columns that tell whether a figure and its base are provisional, and the changes of both.
  struct Provisional {
    /// The column of provisional figures, and the periods, which may be marked.
    let columns: [(own: Int, base: Int)]
    var changes: [Int] = []
  }

  /// A measure whose kind differs by row, its change and the column that names the kind.
  struct Mixed {
    let name: String
    let change: Int
    let kind: Int
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

  /// Watches the change of a measure, which stands at a position of the extended table.
  mutating func add(
    _ field: Field, change: Int, _ scope: inout Scope, _ planner: Planner
  ) {
    var watched = provisional ?? Provisional(columns: marked(&scope, planner))
    watched.changes.append(change)
    provisional = watched
    if let kind = field.measure?.kindColumn.flatMap({ schema.index(of: $0) }) {
      mixed.append(Mixed(name: field.heading, change: change, kind: kind))
    }
    guard let lower = field.measure?.lower.flatMap({ schema.index(of: $0) }),
      let upper = field.measure?.upper.flatMap({ schema.index(of: $0) }),
      schema.fields[lower].type.isNumeric, schema.fields[upper].type.isNumeric,
      let baseLower = base(of: lower, &scope, planner),
      let baseUpper = base(of: upper, &scope, planner)
    else { return }
    margins.append(
      Margins(
        name: field.heading, change: change, lower: lower, upper: upper, baseLower: baseLower,
        baseUpper: baseUpper))
  }

  /// The columns that can mark a figure as provisional, each beside that of the base.
  private func marked(_ scope: inout Scope, _ planner: Planner) -> [(own: Int, base: Int)] {
    var columns: [Int] = []
    if let named = schema.provisional.flatMap({ schema.index(of: $0) }) { columns.append(named) }
    if schema.fields[axis].type == .period, !columns.contains(axis) { columns.append(axis) }
    return columns.compactMap { own in
      base(of: own, &scope, planner).map { (own: own, base: $0) }
    }
  }

  private func base(of index: Int, _ scope: inout Scope, _ planner: Planner) -> Int? {
    let expr = TypedExpr(.column(index), schema.fields[index].type)
    return planner.add(.prior, expr, series: series, axis: axis, step: step, to: &scope).column
  }

  /// The plan with a step that counts, when there is something to count.
  func observing(_ plan: LogicalPlan) -> LogicalPlan {
    let provisional = provisional.flatMap { $0.columns.isEmpty ? nil : $0 }
    guard provisional != nil || !margins.isEmpty || !mixed.isEmpty else { return plan }
    return LogicalPlan(
      .transform(
        plan, ComparisonCounter(provisional: provisional, margins: margins, mixed: mixed)),
      schema: plan.schema, fixed: plan.fixed, timeFiltered: plan.timeFiltered)
  }
}

/// Counts comparisons and passes all rows on.
private struct ComparisonCounter: TableTransform {
  let provisional: ComparisonNotes.Provisional?
  let margins: [ComparisonNotes.Margins]
  let mixed: [ComparisonNotes.Mixed]
  var summary: String { "note points, provisional figures and margins" }

  func narrowed(to wanted: Set<Int>, of input: Schema) -> NarrowedStep<any TableTransform>? {
    var own = Set(mixed.flatMap { [$0.change, $0.kind] })
    if let provisional {
      own.formUnion(provisional.columns.flatMap { [$0.own, $0.base] } + provisional.changes)
    }
    own.formUnion(
      margins.flatMap { [$0.change, $0.lower, $0.upper, $0.baseLower, $0.baseUpper] })
    return Self.passing(wanted, of: input.fields.count, own: own) { moved(to: $0) }
  }

  private func moved(to kept: KeptColumns) -> ComparisonCounter {
    let place = kept.place
    return ComparisonCounter(
      provisional: provisional.map { marks in
        ComparisonNotes.Provisional(
          columns: marks.columns.map { (own: place($0.own), base: place($0.base)) },
          changes: marks.changes.map(place))
      },
      margins: margins.map { margin in
        ComparisonNotes.Margins(
          name: margin.name, change: place(margin.change), lower: place(margin.lower),
          upper: place(margin.upper), baseLower: place(margin.baseLower),
          baseUpper: place(margin.baseUpper))
      },
      mixed: mixed.map {
        ComparisonNotes.Mixed(name: $0.name, change: place($0.change), kind: place($0.kind))
      })
  }

  func apply(_ input: Table, _ run: TransformRun) -> Batch {
    for measure in mixed
    where (0..<input.count).contains(where: { row in
      input.columns[measure.change].reason(at: row) == nil
        && input.columns[measure.kind].value(at: row) == .text(MeasureKind.percentage.name)
    }) {
      run.note(Self.pointsNote(measure.name))
    }
    if let provisional {
      let marks = provisional.columns.flatMap { [$0.own, $0.base] }.map {
        Self.marks(input.columns[$0])
      }
      let count = (0..<input.count).count { row in
        marks.contains { $0[row] }
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

  /// Which rows a column marks as provisional.
  private static func marks(_ column: Column) -> [Bool] {
    (0..<column.count).map { column.value(at: $0).marksProvisional }
  }

  private static func pointsNote(_ name: String) -> Note {
    Note(
      code: "percentage-points",
      dutch: "\(name): de verandering van een percentage is in procentpunten",
      english: "\(name): the change of a percentage is in percentage points")
  }

  private static func provisionalNote(_ count: Int) -> Note {
    Note(
      code: "provisional",
      dutch: count == 1
        ? "1 vergelijking met een voorlopig cijfer"
        : "\(count) vergelijkingen met een voorlopig cijfer",
      english: count == 1
        ? "1 comparison with a provisional figure"
        : "\(count) comparisons with a provisional figure")
  }

  private static func marginNote(_ name: String, _ count: Int) -> Note {
    Note(
      code: "within-margin",
      dutch: count == 1
        ? "\(name): 1 verandering valt binnen de marge"
        : "\(name): \(count) veranderingen vallen binnen de marge",
      english: count == 1
        ? "\(name): 1 change is within the margin"
        : "\(name): \(count) changes are within the margin")
  }
}
