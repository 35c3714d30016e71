import Columnar
import Planning

extension Pipeline {
  /// The other tables of its joins.
  var others: [OtherTable] {
    stages.compactMap { stage in
      if case .join(_, let other) = stage { return other }
      return nil
    }
  }

  /// The same over its rows with each join a step over two whole tables.
  func separated(over rows: any Operator, _ context: ExecutionContext) -> Pipeline {
    var done = Pipeline(rows)
    for (place, stage) in stages.enumerated() {
      let schema = schemas[place + 1]
      guard case .join(let combination, let other) = stage else {
        done = done.adding(stage, schema: schema, at: places[place])
        continue
      }
      let whole = TransformOperator(
        PipelineOperator(done, context: context), other, combination, schema: schema,
        context: context)
      let placed: any Operator = places[place].map { PlacedOperator(whole, at: $0) } ?? whole
      done = Pipeline(context.measures ? MeasuredOperator(placed) : placed)
    }
    return done
  }
}
