package import Columnar

/// A value written in the script.
package enum Literal: Hashable, Sendable {
  case integer(Int64)
  /// The number and its digits as written without `_`, which the printer keeps.
  case number(Double, written: String)
  case text(String)
  case boolean(Bool)
  case period(Period)
  case missing

  /// The value it stands for.
  package var value: Value {
    switch self {
    case .integer(let value): .integer(value)
    case .number(let value, _): .number(value)
    case .text(let text): .text(text)
    case .boolean(let flag): .boolean(flag)
    case .period(let period): .period(period)
    case .missing: .missing(.unknown)
    }
  }
}
