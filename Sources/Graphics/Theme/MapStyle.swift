/// What the style sheet says of maps on a dark screen.
enum MapStyle {
  /// Selectors with what they declare.
  static let dark: [(selector: String, declarations: String)] = {
    let palette = Palette.dark
    var rules = [
      (".area", "stroke: \(palette.paper.hex)"),
      (".empty", "fill: \(palette.missing.hex); stroke: \(palette.missingEdge.hex)"),
      (".land", "fill: \(ClassColours.darkLand.hex); stroke: \(palette.paper.hex)"),
      (".other", "fill: \(ClassColours.darkOther.hex)"),
      (".coast", "stroke: \(ClassColours.darkLandEdge.hex)"),
      ("path.group", "stroke: \(palette.ink.hex)"),
      ("circle.dot", "stroke: \(palette.paper.hex)"),
      ("line.lead", "stroke: \(palette.soft.hex)"),
      ("text.num", "fill: \(palette.paper.hex)"),
    ]
    for (index, colour) in ClassColours.dark.enumerated() {
      rules.append(("." + ClassColours.className(index), "fill: \(colour.hex)"))
      // On a dark screen the high classes are the bright ones.
      if index > 1 {
        rules.append(
          ("text.on-" + ClassColours.className(index), "fill: \(palette.paper.hex)"))
      }
    }
    return rules
  }()
}
