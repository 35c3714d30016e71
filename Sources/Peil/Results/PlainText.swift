import Columnar
import Planning
import Wording

/// A value as a line of text: as csv writes it, missing with its reason.
enum PlainText {
  static func of(_ value: Value) -> String {
    switch value {
    case .number(let number): NumberStyle.plain.shortest(number)
    case .missing, .boolean, .integer, .text, .date, .period: value.shown
    }
  }
}
