package import Columnar
import QuerySyntax
package import SourceText

extension Planner {
  /// Columns that name a series for time functions: `given`, or the keys by role. Reports when
  /// the table says too little, or when it holds several editions.
  package mutating func comparisonSeries(
    _ given: [Int]?, in schema: Schema, _ fixed: Set<String>, at range: SourceRange
  ) -> [Int]? {
    if let given { return given }
    let candidates = schema.fields(.candidateKey).map(\.name).filter { !fixed.contains($0) }
    guard candidates.isEmpty else {
      report(
        "unclear-series", "it is not known which columns name a series", at: range,
        label: "add `within \(candidates.joined(separator: ", "))` or some of them",
        notes: [
          "candidates: " + candidates.joined(separator: ", "),
          "or aggregate first: `sum value by \(candidates[0]), year`",
        ])
      return nil
    }
    if let edition = schema.edition, !fixed.contains(edition.name) {
      report(
        "several-editions", "the table holds several editions of its figures", at: range,
        label: "choose one before comparing over time",
        notes: [
          "`as_of 2020` or `where \(edition.name) = 2020` first, or compare the editions as series with "
            + "`within …, \(edition.name)`"
        ])
      return nil
    }
    return schema.fields.indices.filter { schema.fields[$0].role == .key }
  }

  /// The time axis; reports when there is none.
  package mutating func timeAxis(in schema: Schema, at range: SourceRange) -> Int? {
    if let axis = schema.fields.firstIndex(where: { $0.role == .time }) { return axis }
    report(
      "no-time", "the table has no time axis", at: range,
      notes: ["keep the time column: columns here are " + ColumnList.text(schema)])
    return nil
  }

  /// Whether an aggregate of values over groups means something; reports when it does not.
  package mutating func allows(
    _ aggregate: Aggregate, _ arguments: [TypedExpr], keys: [Int], _ scope: Scope,
    at range: SourceRange
  ) -> Bool {
    guard let argument = arguments.first, let measure = argument.meaning.measure else { return true }
    let schema = scope.schema
    let kept = Set(keys.map { schema.fields[$0].name }).union(scope.fixed)
    if aggregate.meaning == .total || aggregate.meaning == .typical, let edition = schema.edition,
      !kept.contains(edition.name)
    {
      report(
        "several-editions", "this would mix several editions of the same figures", at: range,
        notes: [
          "`as_of 2020` or `where \(edition.name) = 2020` first, or add `\(edition.name)` to `by`"
        ])
      return false
    }
    if let total = schema.totals.first(where: { !kept.contains($0.column) }),
      aggregate.meaning == .total || aggregate.meaning == .typical
    {
      report(
        "total-with-parts",
        "this would count the total row \"\(total.value)\" together with its parts", at: range,
        notes: [
          "`where \(total.column) != \"\(total.value)\"` first, or add `\(total.column)` to `by`"
        ])
      return false
    }
    guard aggregate.meaning == .total else { return true }
    if !measure.kind.isAdditive {
      let weight = measure.weight.map { ", weight: \($0)" } ?? ""
      let name = argument.column.map { schema.fields[$0].name } ?? "x"
      report(
        "not-additive", "a \(measure.kind.name) cannot be added", at: range,
        label: "use `mean(\(name)\(weight))`",
        notes: measure.kind == .mixed
          ? ["its unit differs by row: `where unit = …` does not make rows addable"]
          : ["adding \(measure.kind.name)s of different groups has no meaning"])
      return false
    }
    if measure.kind == .count(stock: true), let time = schema.time, !kept.contains(time.name) {
      report(
        "stock-over-time", "a standing number cannot be added over time", at: range,
        label: "the same things would be counted again for each \(time.name)",
        notes: ["add `\(time.name)` to `by`, or `where \(time.name) = …` first"])
      return false
    }
    return true
  }
}
