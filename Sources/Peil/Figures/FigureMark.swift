import Graphics

/// How a mark of the language is made of rows: one for each verb that draws, of the same name.
struct FigureMark: Sendable {
  /// The verb's name.
  let name: String
  /// Makes it of the rows behind the figure; throws a fault when they do not fit.
  let make: @Sendable (FigureRows) throws(PeilError) -> any Mark

  init(_ name: String, make: @escaping @Sendable (FigureRows) throws(PeilError) -> any Mark) {
    self.name = name
    self.make = make
  }
}
