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

  /// The same steps after those of another pipeline, which gives the same columns.
  func after(_ other: Pipeline) -> Pipeline {
    var longer = other
    for (place, stage) in stages.enumerated() {
      longer = longer.adding(stage, schema: schemas[place + 1], at: places[place])
    }
    return longer
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
