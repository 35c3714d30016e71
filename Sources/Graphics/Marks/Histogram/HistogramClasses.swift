/// Classes of one width, a round number, of which the first begins at a multiple of it.
///
/// Without a wish there are about as many as the rule of Sturges says (H. A. Sturges, The Choice
/// of a Class Interval, 1926): one more than the logarithm of the number of values to base two.
package struct HistogramClasses: Sendable, Equatable {
  /// The width of a class.
  package let width: Double
  /// The first class, in widths from zero.
  private let first: Double
  /// How many classes there are.
  package let count: Int

  /// The most classes that can be told apart.
  package static let most = 200

  /// One class from zero to one, for no values.
  package static let one = HistogramClasses(width: 1, first: 0, count: 1)

  private init(width: Double, first: Double, count: Int) {
    self.width = width
    self.first = first
    self.count = count
  }

  /// Classes for values: about `wanted` of them, or of a width; nil when there would be more than
  /// ``most``.
  package init?(_ values: [Double], wanted: Int? = nil, width: Double? = nil) {
    let known = values.filter(\.isFinite)
    guard let low = known.min(), let high = known.max() else {
      self.init(width: width ?? 1, first: 0, count: 1)
      return
    }
    let sturges = Int.bitWidth - max(known.count - 1, 0).leadingZeroBitCount + 1
    let classes = Double(max(wanted ?? sturges, 1))
    let step = width ?? NiceStep(atLeast: high / classes - low / classes).value
    let start = (low / step).rounded(.down)
    let end = (high / step).rounded(.down)
    guard step > 0, end - start < Double(Self.most), start.magnitude < 0x1p53 else { return nil }
    self.init(width: step, first: start, count: Int(end - start) + 1)
  }

  /// The lower bound of a class; of one beyond the last the upper bound of the last.
  package func edge(_ index: Int) -> Double { (first + Double(index)) * width }

  /// The class of a value; nil outside all of them.
  func index(of value: Double) -> Int? {
    let place = (value / width).rounded(.down) - first
    return place >= 0 && place < Double(count) ? Int(place) : nil
  }
}
