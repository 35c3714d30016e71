import Graphics
import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A drawing as characters: every cell has two by four dots (Unicode, U+2800 on) or a letter.
struct BrailleCanvas {
  /// The pixels of a drawing that a cell stands for; letters of its texts are about as wide.
  static let cellWidth = 8.0
  static let cellHeight = 16.0

  let columns: Int
  let rows: Int
  var dots: [UInt8]
  var styles: [TerminalStyle]
  var letters: [Character?]

  /// Columns beside the drawing for texts whose letters are wider than there.
  private static let margin = 12

  /// Draws a scene, on a terminal of this many columns.
  init(_ scene: Scene, within screen: Int) {
    let own = max(1, Int((scene.width / Self.cellWidth).rounded(.up)))
    columns = max(own, min(own + Self.margin, screen))
    rows = max(1, Int((scene.height / Self.cellHeight).rounded(.up)))
    dots = Array(repeating: 0, count: columns * rows)
    styles = Array(repeating: .plain, count: columns * rows)
    letters = Array(repeating: nil, count: columns * rows)
    draw(scene.elements)
  }

  /// The rows as lines, without spaces at their end.
  mutating func lines() -> [StyledLine] {
    (0..<rows).map { row in
      var line = StyledLine()
      var waiting = ""
      var column = 0
      while column < columns {
        let index = row * columns + column
        let character =
          letters[index] ?? (dots[index] == 0 ? " " : Self.character(dots[index]))
        if character == " " {
          waiting += " "
        } else {
          line.add(waiting)
          waiting = ""
          line.add(String(character), styles[index])
        }
        column += max(1, DisplayWidth.of(character))
      }
      return line
    }
  }

  private static func character(_ dots: UInt8) -> Character {
    Character(UnicodeScalar(0x2800 + UInt32(dots)) ?? " ")
  }

  private mutating func draw(_ elements: [Element]) {
    for element in elements {
      switch element {
      case .group(let group): draw(group.elements)
      case .rect(let rect):
        let corners = [
          (rect.x, rect.y), (rect.x + rect.width, rect.y),
          (rect.x + rect.width, rect.y + rect.height), (rect.x, rect.y + rect.height),
        ]
        shape([corners], rect.fill, rect.stroke, isClosed: true)
      case .line(let line):
        stroke([(line.x1, line.y1), (line.x2, line.y2)], style(line.stroke.colour))
      case .path(let path):
        let (lines, isClosed) = Self.lines(path.steps)
        shape(lines, path.fill, path.stroke, isClosed: isClosed)
      case .circle(let circle):
        let ring = (0..<16).map { step in
          let angle = Double(step) * .pi / 8
          return (
            circle.x + circle.radius * cos(angle), circle.y + circle.radius * sin(angle)
          )
        }
        shape([ring], circle.fill, circle.stroke, isClosed: true)
      case .text(let text): write(text)
      }
    }
  }
}
