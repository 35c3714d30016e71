/// A point on the grid that borders are snapped to.
struct GridPoint: Hashable {
  /// Places to the right and down; a pixel has ``perPixel`` of them.
  let x: Int32
  let y: Int32

  /// How many places of the grid go in a pixel: borders are exact to a quarter of one.
  static let perPixel = 2.0

  init(x: Int32, y: Int32) {
    self.x = x
    self.y = y
  }

  /// The place nearest to a point in pixels.
  init(_ point: MapPoint) {
    x = Int32((point.x * Self.perPixel).rounded())
    y = Int32((point.y * Self.perPixel).rounded())
  }

  /// The point in pixels.
  var pixels: (x: Double, y: Double) { (Double(x) / Self.perPixel, Double(y) / Self.perPixel) }
}
