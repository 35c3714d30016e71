import Graphics

/// How a mark of the language is made of rows: one for each verb that draws, of the same name.
struct FigureMark: Sendable {
  /// The verb's name.
  let name: String
  /// Makes it of the rows behind the figure; throws a fault when they do not fit.
  let make: @Sendable (FigureRows) throws(PeilError) -> any Mark
  /// The same in Vega-Lite, of the rows and what was made of them.
  let vega: @Sendable (FigureRows, any Mark) -> VegaLite.View

  init(
    _ name: String, vega: @escaping @Sendable (FigureRows, any Mark) -> VegaLite.View,
    make: @escaping @Sendable (FigureRows) throws(PeilError) -> any Mark
  ) {
    self.name = name
    self.vega = vega
    self.make = make
  }
}
