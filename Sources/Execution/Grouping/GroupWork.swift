import Columnar
import Planning

/// The columns a grouping works on and what it does with them.
struct GroupWork: Sendable {
  /// What is computed of each row: the keys, then the arguments, then what breaks look at.
  let columns: [TypedExpr]
  let keyCount: Int
  /// For each call the places of its arguments among the columns.
  let arguments: [[Int]]
  let calls: [AggregateCall]
  /// Whether a column is the argument of a call, by place.
  let isArgument: [Bool]
  /// Breaks, over the columns.
  let breaks: [RegroupedBreaks]

  /// Works out what a grouping needs of rows with the columns of `schema`.
  init(_ grouping: Grouping, _ schema: Schema) {
    var columns: [TypedExpr] = []
    func place(_ expr: TypedExpr) -> Int {
      if let known = columns.firstIndex(where: { $0.isSame(as: expr) }) { return known }
      columns.append(expr)
      return columns.count - 1
    }
    func place(_ index: Int) -> Int {
      place(TypedExpr(.column(index), schema.fields[index].type))
    }
    for key in grouping.keys {
      columns.append(TypedExpr(.column(key), schema.fields[key].type))
    }
    keyCount = grouping.keys.count
    arguments = grouping.calls.map { call in call.arguments.map { place($0) } }
    calls = grouping.calls
    breaks = grouping.breaks.map { found in
      RegroupedBreaks(
        regions: found.regions, region: place(found.region), group: place(found.group),
        time: found.time.map { place($0) }, groups: found.groups)
    }
    self.columns = columns
    let places = Set(arguments.joined())
    isArgument = columns.indices.map { places.contains($0) }
  }
}
