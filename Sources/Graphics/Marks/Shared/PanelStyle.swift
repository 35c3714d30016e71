package import Wording

/// How a mark is drawn as one of several panels: a shared domain, less room.
package struct PanelStyle: Sendable, Equatable {
  /// The domain all panels share.
  var domain: Extent
  /// The names of all series, in the order of their colours.
  var series: [String]
  /// Every value of every panel, for the room their numbers need.
  var values: [Double]
  /// The names of rows in every panel, so that all leave them the same room.
  var names: [String]
}

/// A mark that can stand among others of its kind.
package protocol PanelMark: Mark {
  /// What it would need of a shared scale; nil when it has no values.
  var extent: Extent? { get }
  /// Every value that is written.
  var knownValues: [Double] { get }
  /// The names of its rows, with their second lines; none along an axis.
  var rowNames: [String] { get }
  /// The names of its series.
  var seriesNames: [String] { get }
  /// How its series look in a legend.
  var swatch: SeriesLegend.Swatch { get }
  /// What has no value and no words in a panel: "2016 (onbekend)".
  func unnamed(_ language: Language) -> [String]
  /// Whether two panels can stand beside each other on narrow paper.
  func fitsHalf(_ style: PanelStyle) -> Bool
  /// The same mark as a panel.
  func asPanel(_ style: PanelStyle) -> Self
}

extension PanelMark {
  package var rowNames: [String] { [] }

  /// Rows of names and numbers need the whole width.
  package func fitsHalf(_ style: PanelStyle) -> Bool { false }
}
