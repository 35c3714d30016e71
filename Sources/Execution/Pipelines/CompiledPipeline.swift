import Columnar
import Planning

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
      if let next = try? compiled.apply(RowSpan(template)) { template = next.rows }
    }
    self.stages = stages
    self.template = template
  }

  /// The rows of a morsel after all steps. The first fault in it ends it: rows before it come out.
  func run(_ morsel: Int) throws -> MorselOutcome {
    var span = rows.span(morsel)
    var outcome = MorselOutcome()
    for (place, stage) in stages.enumerated() {
      while true {
        do {
          let applied = try stage.apply(span)
          outcome.inputs.append(span.count)
          outcome.undecided.append(applied.undecided)
          outcome.keys.append(applied.keys)
          span = RowSpan(applied.rows)
          break
        } catch let fault as EvaluationFault {
          outcome.fault = MorselFault(stage: place, fault: fault, rows: span.rows)
          span = span.prefix(min(max(fault.row, 0), span.count - 1))
        }
      }
    }
    outcome.rows = span.rows
    counts.add(outcome.inputs + [span.count])
    return outcome
  }
}

/// What came of some rows.
struct MorselOutcome {
  /// The rows that came out.
  var rows = Batch(columns: [], count: 0)
  /// How many rows went into each stage.
  var inputs: [Int] = []
  /// For how many rows a missing value decided, by stage.
  var undecided: [Int] = []
  /// The keys that were looked up, by stage.
  var keys: [MetKeys?] = []
  /// The fault that comes first when rows are taken one by one: that of the last stage to have
  /// one, for its row is the earliest.
  var fault: MorselFault?
}

/// A fault in a row of a stage.
struct MorselFault {
  let stage: Int
  let fault: EvaluationFault
  /// The rows that went into the stage.
  let rows: Batch
}
