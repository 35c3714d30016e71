import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// Draws a map.
  static let map = FigureVerbs.verb(
    "map", columns: [.region, .detail], own: [.file("boundaries"), MapClasses.clause],
    drawsTexts: true,
    UnitDocumentation(
      "map MEASURE by REGION classes quantile boundaries \"FILE\" title \"TEXT\"",
      "Draws regions in the colour of their class; of a column of regions, numbered dots.",
      details: [
        "Without `boundaries` every municipality is a tile of the same size near its place; with "
          + "them regions have their shapes, from GeoJSON or TopoJSON in degrees or RD. Which "
          + "property has the codes is found by looking for those of the table.",
        "`classes quantile` has as many regions in each of five classes; `classes equal` makes "
          + "them equally wide; `classes 10, 20, 50` begins a new one at each number.",
        "Boundaries of an earlier year are put together where municipalities merged since; for "
          + "figures of an earlier year than the boundaries, `harmonise` first.",
        "`map REGION` numbers the regions of the rows from north to south and lists them; `detail` "
          + "is a second line in the list.",
        "A region without a figure is hatched, counted and named. When all rows lie in some "
          + "provinces, only those are drawn.",
      ],
      examples: [
        "population | where year = 2022 | map inhabitants",
        "population | where year = 2022 | map inhabitants classes 25000, 50000, 100000",
        #"participants | where programme = "versterken-sociale-basis" | map municipality"#,
      ])
  ) { spec, call, planner in
    let isMeasure = call.schema.field(spec.value)?.type.isNumeric ?? false
    guard isMeasure else {
      spec.by = spec.value
      if let range = call.clauseRange("classes") {
        planner.report(
          "misplaced-clause", "`classes` is for a measure, `\(spec.value)` is a column of texts",
          at: range)
      }
      return
    }
    guard let by = spec.by else {
      if call.clause("by") == nil {
        planner.report(
          "missing-item", "it is not said which column has the regions", at: call.stage.range,
          label: "add `by COLUMN`")
      }
      return
    }
    if let field = call.schema.field(by), field.type != .text {
      planner.report(
        "wrong-type", "regions are texts, `\(by)` is \(field.type.phrase)",
        at: call.clauseRange("by") ?? call.stage.range)
    }
  }
}

/// How the values of a map are classed.
private enum MapClasses {
  static let clause = FigureClause(
    ClauseSignature("classes", "quantile | equal | NUMBERS", .values)
  ) { call, planner in
    guard let items = call.clause("classes"), let first = items.first else {
      planner.report(
        "missing-item", "it is not said how to divide the values", at: call.stage.range,
        label: "`classes quantile`, `classes equal` or `classes 10, 20`")
      return nil
    }
    if case .name = first.value {
      return planner.word("classes", of: call, among: ["quantile", "equal"], standard: "")
        .map { .word($0) }
    }
    return bounds(items, &planner).map { .numbers($0) }
  }

  /// Ascending numbers, each the beginning of a next class; at most four, for five colours.
  private static func bounds(_ items: [Item], _ planner: inout Planner) -> [Double]? {
    var bounds: [Double] = []
    for item in items {
      guard let number = planner.constant(item.value)?.literal?.asNumber, number.isFinite else {
        planner.report(
          "wrong-value", "a class begins at a number", at: item.range,
          label: "`classes quantile`, `classes equal` or `classes 10, 20`")
        return nil
      }
      if let last = bounds.last, number <= last {
        planner.report(
          "wrong-value", "the bounds of classes go up", at: item.range,
          label: "this is not above the one before")
        return nil
      }
      bounds.append(number)
    }
    guard bounds.count <= 4 else {
      planner.report(
        "too-many-items", "\(bounds.count + 1) classes cannot be told apart by colour",
        at: items[4].range, label: "at most four bounds, for five classes")
      return nil
    }
    return bounds
  }
}
