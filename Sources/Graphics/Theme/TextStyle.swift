/// How a text is set: its class, size in pixels, weight and colour on white paper.
package struct TextStyle: Sendable, Equatable {
  /// The class by which a style sheet finds the text.
  package let className: String
  package let size: Double
  package let weight: FontWeight
  package let colour: Colour

  /// The same text under another class.
  func named(_ className: String) -> TextStyle {
    TextStyle(className: className, size: size, weight: weight, colour: colour)
  }

  /// The same text in another size.
  package func sized(_ size: Double) -> TextStyle {
    TextStyle(className: className, size: size, weight: weight, colour: colour)
  }
}

extension TextStyle {
  /// "Figuur 24.1".
  package static let label = soft("label", 12, .semibold)
  package static let title = ink("title", 19, .bold)
  package static let subtitle = soft("sub", 13)
  /// Numbers along an axis.
  package static let tick = soft("tick", 13)
  package static let category = ink("cat", 14, .semibold)
  /// The name of one of several panels.
  package static let panelTitle = ink("cat", 14, .bold)
  /// A category within a panel, below its name.
  package static let panelCategory = ink("cat", 13)
  /// The second line of a category.
  package static let detail = soft("cat2", 12)
  /// The number at a bar.
  package static let value = ink("value", 17, .bold)
  /// The number at a bar among many.
  package static let smallValue = ink("value", 13, .semibold)
  /// The words where a number is not known.
  package static let missing = soft("value", 13, .semibold)
  /// A change between two bars.
  package static let change = ink("delta", 13, .semibold)
  /// What is said of a change.
  package static let changeDetail = soft("delta", 12)
  package static let legend = ink("legend", 13)
  /// The heading of a legend or a list.
  package static let legendHeading = soft("sub", 13, .semibold)
  /// A name in a list.
  package static let place = ink("legend", 14)
  /// A text on the colour of a class, by its place from zero; nil on a place without a value.
  package static func onClass(_ shade: Int?) -> TextStyle {
    let isDark = shade.map { $0 > 2 } ?? false
    return TextStyle(
      className: shade.map { "on-" + ClassColours.className($0) } ?? "cat2", size: 12,
      weight: .regular, colour: isDark ? Palette.light.paper : Palette.light.ink)
  }
  /// A number in a dot.
  package static let number = TextStyle(
    className: "num", size: 12, weight: .bold, colour: Palette.light.paper)
  package static let key = TextStyle(
    className: "kern", size: 64, weight: .bold, colour: Palette.light.series[0])
  /// The words where a key figure is not known.
  package static let missingKey = soft("value", 32, .semibold)
  /// The first fact beside a key figure.
  package static let fact = ink("value", 15, .semibold)
  /// The name at the end of a line.
  package static let endName = ink("end", 12.5)
  package static let note = soft("note", 12)
  package static let source = soft("source", 12)
  package static let edition = soft("edition", 12)

  /// A number in the colour of its series.
  package static func series(
    _ className: String, _ size: Double, _ weight: FontWeight, _ index: Int
  ) -> TextStyle {
    let colours = Palette.light.seriesText
    let place = index % colours.count
    return TextStyle(
      className: "\(className) t\(place + 1)", size: size, weight: weight, colour: colours[place])
  }

  private static func ink(
    _ className: String, _ size: Double, _ weight: FontWeight = .regular
  ) -> TextStyle {
    TextStyle(className: className, size: size, weight: weight, colour: Palette.light.ink)
  }

  private static func soft(
    _ className: String, _ size: Double, _ weight: FontWeight = .regular
  ) -> TextStyle {
    TextStyle(className: className, size: size, weight: weight, colour: Palette.light.soft)
  }
}
