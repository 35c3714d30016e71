/// The three weights of Open Sans in which figures are set.
package enum FontWeight: Int, Sendable, CaseIterable {
  case regular = 400
  case semibold = 600
  case bold = 700
}
