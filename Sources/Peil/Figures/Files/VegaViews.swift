import Graphics
import Planning
import Tables

/// The views of marks that are drawn by a category or along an axis.
extension VegaLite.View {
  /// A mark with the measure along y and what it is drawn by along x, or the other way round.
  static func upright(
    _ mark: String, _ properties: [JSONNode.Member] = [], _ rows: FigureRows,
    measure: [JSONNode.Member] = [], isLying: Bool = false, offsetsColor: Bool = false
  ) -> VegaLite.View {
    var encoding: [JSONNode.Member] = []
    if let by = rows.spec.by {
      encoding.append(.init(isLying ? "y" : "x", VegaLite.place(by, rows)))
    }
    encoding.append(.init(isLying ? "x" : "y", VegaLite.value(rows, extra: measure)))
    if offsetsColor, let color = rows.spec.color {
      encoding.append(.init(isLying ? "yOffset" : "xOffset", VegaLite.channel(color, rows)))
    }
    return VegaLite.View(mark, properties, encoding: encoding)
  }

  /// Bars, beside each other or on top of each other.
  static func bars(_ rows: FigureRows) -> VegaLite.View {
    let position = rows.spec.settings["position"]
    let stack: JSONNode
    switch position {
    case .word("stacked")?: stack = .text("zero")
    case .word("share")?: stack = .text("normalize")
    default: stack = .null
    }
    let isGrouped = stack == .null
    let view = upright(
      "bar", [], rows, measure: [.init("stack", stack)],
      isLying: rows.spec.settings["direction"] == .word("horizontal") || isMany(rows),
      offsetsColor: isGrouped)
    return isGrouped ? view : view.stacked(rows)
  }

  /// Areas on top of each other.
  static func areas(_ rows: FigureRows) -> VegaLite.View {
    upright("area", [], rows, measure: [.init("stack", .text("zero"))] + gaps(rows)).stacked(rows)
  }

  /// The same view with its series stacked in their own order, the first at zero; Vega-Lite would
  /// stack them by name, the last at zero.
  private func stacked(_ rows: FigureRows) -> VegaLite.View {
    guard let color = rows.spec.color else { return self }
    // A text of JSON is one of the expressions of Vega too.
    func quoted(_ text: String) -> String { String(JSONNode.text(text).text.dropLast()) }
    let names = rows.whole.parts(color).names.map(quoted).joined(separator: ", ")
    let place = "stack_place"
    var view = self
    view.encoding.append(
      .init(
        "order",
        .object([.init("field", .text(place)), .init("type", .text("quantitative"))])))
    view.others.append(
      .init(
        "transform",
        .array([
          .object([
            .init("calculate", .text("indexof([\(names)], datum[\(quoted(color))])")),
            .init("as", .text(place)),
          ])
        ])))
    return view
  }

  /// Whether bars lie because names of so many do not fit below them.
  private static func isMany(_ rows: FigureRows) -> Bool {
    (rows.spec.by.map { VegaLite.places($0, rows).count } ?? 0) > 8
  }

  /// A place without a row is a gap, as one without a value is.
  static func gaps(_ rows: FigureRows) -> [JSONNode.Member] {
    guard let by = rows.spec.by else { return [] }
    return [
      .init(
        "impute",
        .object([
          .init("value", .null),
          .init("keyvals", .array(VegaLite.places(by, rows).map { .text($0) })),
        ]))
    ]
  }

  /// Lines with points, whose axis need not start at zero.
  static func lines(_ rows: FigureRows) -> VegaLite.View {
    let isZero = rows.spec.settings["axis"] == .word("zero")
    return upright(
      "line", [.init("point", .boolean(true))], rows,
      measure: (isZero ? [] : [VegaLite.freeScale]) + gaps(rows))
  }

  /// Values as text, a row for each category.
  static func words(_ rows: FigureRows, size: Double) -> VegaLite.View {
    var encoding: [JSONNode.Member] = []
    if let by = rows.spec.by { encoding.append(.init("y", VegaLite.channel(by, rows))) }
    if let over = rows.spec.over { encoding.append(.init("x", VegaLite.channel(over, rows))) }
    encoding.append(
      .init("text", VegaLite.value(rows, extra: [.init("format", .text(","))])))
    var view = VegaLite.View("text", [.init("fontSize", .number(size))], encoding: encoding)
    view.others = [.init("height", .object([.init("step", .number(size * 1.4 + 8))]))]
    return view
  }

  /// Counts of values in classes.
  static func histogram(_ rows: FigureRows) -> VegaLite.View {
    var bin: JSONNode = .boolean(true)
    if case .numbers(let width)? = rows.spec.settings["width"], let step = width.first {
      bin = .object([.init("step", .number(step))])
    } else if case .whole(let count)? = rows.spec.settings["bins"] {
      bin = .object([.init("maxbins", .number(Double(count)))])
    }
    return VegaLite.View(
      "bar",
      encoding: [
        .init("x", VegaLite.value(rows, extra: [.init("bin", bin)])),
        .init(
          "y",
          .object([.init("aggregate", .text("count")), .init("title", .text(rows.countTitle))])
        ),
      ])
  }
}
