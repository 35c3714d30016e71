import Columnar
import Graphics
import Planning
import Wording

/// What rows stand for, to count them by: "drie edities", "342 gemeenten".
extension FigureRows {
  /// What the values of a column are; nil when there is no word for them.
  func noun(of column: String?) -> Noun? {
    guard let column, let field = table.schema.field(column) else { return nil }
    if field.role == .edition {
      return pick(Noun(one: "editie", many: "edities"), Noun(one: "edition", many: "editions"))
    }
    if field.entity?.name == "region" { return municipalities }
    if ["province", "provincie"].contains(column.lowercased()) {
      return pick(
        Noun(one: "provincie", many: "provincies"), Noun(one: "province", many: "provinces"))
    }
    guard field.role == .time else { return nil }
    if field.type == .integer {
      return pick(Noun(one: "jaar", many: "jaren"), Noun(one: "year", many: "years"))
    }
    return pick(Noun(one: "periode", many: "perioden"), Noun(one: "period", many: "periods"))
  }

  /// What the rows are: municipalities when each is of another one, else nothing in particular.
  var rowNoun: Noun? {
    guard count > 0,
      let region = table.schema.fields.first(where: { $0.entity?.name == "region" })?.name
    else { return nil }
    let codes = Set((0..<count).map { cell(region, $0) })
    return codes.count == count ? municipalities : nil
  }

  /// "gemeente", "gemeenten".
  var municipalities: Noun {
    pick(
      Noun(one: "gemeente", many: "gemeenten"),
      Noun(one: "municipality", many: "municipalities"))
  }

  private func pick(_ dutch: Noun, _ english: Noun) -> Noun {
    language == .dutch ? dutch : english
  }
}
