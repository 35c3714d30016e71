import Graphics

/// How a mark of the language is made of rows: one for each verb that draws, of the same name.
struct FigureMark: Sendable {
  /// The verb's name.
  let name: String
  /// Makes it of the rows behind the figure; throws a fault when they do not fit.
  let make: @Sendable (FigureRows) throws(PeilError) -> any Mark
  /// The same in Vega-Lite; nil when that has no words for it.
  let vega: @Sendable (FigureRows) -> VegaLite.View?

  init(
    _ name: String, vega: @escaping @Sendable (FigureRows) -> VegaLite.View? = { _ in nil },
    make: @escaping @Sendable (FigureRows) throws(PeilError) -> any Mark
  ) {
    self.name = name
    self.vega = vega
    self.make = make
  }
}
