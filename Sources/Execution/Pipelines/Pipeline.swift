import Columnar
import Planning

/// Steps that look at one row at a time, over the rows of a source: what several threads can do
/// side by side.
struct Pipeline {
  private(set) var source: any Operator
  private(set) var stages: [Stage] = []
  /// The columns after each stage, those of the source first.
  private(set) var schemas: [Schema]
  /// Where each stage stands in its script.
  private(set) var places: [LogicalPlan.Place?] = []
  /// How many rows went into each stage, for `explain run`.
  let counts = StageCounts()

  /// A pipeline without steps.
  init(_ source: any Operator) {
    self.source = source
    schemas = [source.schema]
  }

  /// The columns of the rows that come out.
  var schema: Schema { schemas[schemas.count - 1] }

  /// Whether a step drops rows.
  var hasFilter: Bool {
    stages.contains { stage in
      if case .filter = stage { return true }
      return false
    }
  }

  /// Whether a step looks up rows of another table.
  var hasJoin: Bool {
    stages.contains { stage in
      if case .join = stage { return true }
      return false
    }
  }

  /// The same steps, and counts, over other rows with the same columns.
  func over(_ source: any Operator) -> Pipeline {
    var other = self
    other.source = source
    return other
  }

  /// The pipeline with a step after the others. Choosing columns after a filter is done by the
  /// filter, which need not gather the others.
  func adding(_ stage: Stage, schema: Schema, at place: LogicalPlan.Place? = nil) -> Pipeline {
    var longer = self
    if case .project(let columns) = stage, case .filter(let condition, nil)? = stages.last,
      let chosen = Self.positions(columns)
    {
      longer.stages[stages.count - 1] = .filter(condition, keeping: chosen)
      longer.schemas[stages.count] = schema
      return longer
    }
    longer.places.append(place)
    longer.stages.append(stage)
    longer.schemas.append(schema)
    return longer
  }
}

extension Pipeline {
  /// Where columns stand that are nothing else; nil when one is computed.
  static func positions(_ columns: [TypedExpr]) -> [Int]? {
    let found = columns.compactMap(\.column)
    return found.count == columns.count ? found : nil
  }

  /// Where the columns that come out stand among those of the source, when no step computes or
  /// drops anything.
  var chosen: [Int]? {
    stages.reduce(Array(source.schema.fields.indices)) { chosen, stage in
      guard let chosen, case .project(let columns) = stage,
        let positions = Self.positions(columns)
      else { return nil }
      return positions.map { chosen[$0] }
    }
  }
}

/// A pipeline over rows that are at hand, ready to run.
struct CompiledPipeline: Sendable {
  let rows: PipelineRows
  let stages: [CompiledStage]
  /// The columns that go into each stage.
  let schemas: [Schema]
  /// Where each stage stands in its script.
  let places: [LogicalPlan.Place?]
  /// Columns like those that come out, without rows.
  let template: Batch
  /// How many rows went into each stage, and came out of the last.
  let counts: StageCounts

  /// Makes the steps ready for the rows; nil when there is a join that cannot be.
  init?(_ pipeline: Pipeline, over rows: PipelineRows, _ context: ExecutionContext) {
    self.rows = rows
    schemas = pipeline.schemas
    places = pipeline.places
    counts = pipeline.counts
    var template = rows.template
    var stages: [CompiledStage] = []
    for (place, stage) in pipeline.stages.enumerated() {
      // How many rows come out of a filter is not known.
      let isWhole = stages.prefix(place).allSatisfy { $0.keepsRows }
      let columns = Table(schema: schemas[place], columns: template.columns, count: 0)
      guard
        let compiled = stage.compiled(
          for: columns, rows: rows.count, isWhole: isWhole, context)
      else { return nil }
      stages.append(compiled)
      // Without rows no step has a fault.
      if let next = try? compiled.apply(template) { template = next.rows }
    }
    self.stages = stages
    self.template = template
  }

  /// The rows of a morsel after all steps. The first fault in it ends it: rows before it come out.
  func run(_ morsel: Int) throws -> MorselOutcome {
    var outcome = MorselOutcome(rows: rows.morsel(morsel))
    for (place, stage) in stages.enumerated() {
      while true {
        do {
          let applied = try stage.apply(outcome.rows)
          outcome.inputs.append(outcome.rows.count)
          outcome.undecided.append(applied.undecided)
          outcome.keys.append(applied.keys)
          outcome.rows = applied.rows
          break
        } catch let fault as EvaluationFault {
          outcome.fault = MorselFault(stage: place, fault: fault, rows: outcome.rows)
          outcome.rows = outcome.rows.slice(0..<min(max(fault.row, 0), outcome.rows.count - 1))
        }
      }
    }
    counts.add(outcome.inputs + [outcome.rows.count])
    return outcome
  }
}

/// What came of some rows.
struct MorselOutcome {
  var rows: Batch
  /// How many rows went into each stage.
  var inputs: [Int] = []
  /// For how many rows a missing value decided, by stage.
  var undecided: [Int] = []
  /// The keys that were looked up, by stage.
  var keys: [MetKeys?] = []
  /// The fault that comes first when rows are taken one by one: that of the last stage to have
  /// one, for its row is the earliest.
  var fault: MorselFault?

  init(rows: Batch) {
    self.rows = rows
  }
}

/// A fault in a row of a stage.
struct MorselFault {
  let stage: Int
  let fault: EvaluationFault
  /// The rows that went into the stage.
  let rows: Batch
}

extension Batch {
  /// The rows of a range.
  func slice(_ range: Range<Int>) -> Batch {
    if range == 0..<count { return self }
    return Batch(columns: columns.map { $0.slice(range) }, count: range.count)
  }
}
