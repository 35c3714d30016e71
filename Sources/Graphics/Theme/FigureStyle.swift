/// The style sheet of figures inside a page.
///
/// A figure carries its colours for white paper as attributes, so that a file looks right
/// anywhere. The style sheet adds what a page can know: the dark screen, the phone, the printer.
/// Rules hang on classes alone and are limited to drawings with `role="img"`.
package enum FigureStyle {
  /// The rules, ready for a `style` element.
  package static let css: String = layout + dark

  /// Size, choice of layout and print.
  private static let layout = """
    svg[role="img"] { display: block; width: 100%; height: auto; }
    svg.smal { display: none; }
    @media screen and (max-width: 560px) {
      svg.breed { display: none; }
      svg.smal { display: block; }
    }
    @media print {
      svg[role="img"] { max-width: 160mm; break-inside: avoid; }
      svg.smal { display: none; }
    }

    """

  /// The colours of a dark screen; print keeps the attributes.
  private static let dark: String = {
    let palette = Palette.dark
    var rules = [
      rule(".paper", "fill: \(palette.paper.hex)"),
      rule("text", "fill: \(palette.ink.hex)"),
      rule("text[fill=\"\(Palette.light.soft.hex)\"]", "fill: \(palette.soft.hex)"),
      rule("line.grid", "stroke: \(palette.rule.hex)"),
      rule("line.rule", "stroke: \(palette.rule.hex)"),
      rule("line.axis", "stroke: \(palette.soft.hex)"),
      rule("line.delta", "stroke: \(palette.soft.hex)"),
      rule("path.delta", "stroke: \(palette.soft.hex)"),
      rule("path.texture", "stroke: \(palette.paper.hex)"),
      rule("rect.missing", "fill: \(palette.missing.hex)"),
      rule("rect.missing[fill=\"none\"]", "fill: none"),
      rule("rect.missing[stroke]", "stroke: \(palette.missingEdge.hex)"),
      rule("path.missing", "stroke: \(palette.hatch.hex)"),
      rule(".s1-eerder", "fill: \(palette.earlier.hex)"),
      rule("path.tint", "fill: \(palette.tint.hex)"),
      rule("path.edge", "stroke: \(palette.paper.hex)"),
      rule(".kern", "fill: \(palette.series[0].hex)"),
    ]
    for (index, colour) in palette.series.enumerated() {
      let name = Theme.seriesClass(index)
      rules.append(rule("." + name, "fill: \(colour.hex)"))
      rules.append(rule("path." + name, "fill: none; stroke: \(colour.hex)"))
      rules.append(rule(".f\(index + 1)", "fill: \(colour.hex)"))
      rules.append(
        rule(".o\(index + 1)", "fill: \(palette.paper.hex); stroke: \(colour.hex)"))
      rules.append(rule("text.t\(index + 1)", "fill: \(palette.seriesText[index].hex)"))
    }
    rules += MapStyle.dark.map { rule($0.selector, $0.declarations) }
    return "@media screen and (prefers-color-scheme: dark) {\n"
      + rules.joined(separator: "\n") + "\n}\n"
  }()

  private static func rule(_ selector: String, _ declarations: String) -> String {
    "  svg[role=\"img\"] \(selector) { \(declarations); }"
  }
}
