import Columnar
import Graphics
import SourceText
import Wording

extension FigurePainter {
  /// Bars and key figures, written with block characters and words.
  static let blocks = FigurePainter(name: "blocks") { figure, screen in
    guard let mark = figure.mark as? any BlockMark else { return nil }
    let width = max(screen.columns, 30)
    var lines = [StyledLine(figure.frame.fullTitle.cut(to: width), .strong)]
    if !figure.frame.subtitle.isEmpty {
      lines.append(StyledLine(figure.frame.subtitle.cut(to: width), .soft))
    }
    lines.append(StyledLine())
    lines += mark.lines(width: width, language: figure.frame.language)
    let below = [figure.frame.note ?? "", figure.frame.source].filter { !$0.isEmpty }
    if !below.isEmpty { lines.append(StyledLine()) }
    lines += below.map { StyledLine($0.cut(to: width), .soft) }
    return lines.map { $0.text(hasColours: screen.hasColours) + "\n" }.joined()
  }
}

/// A mark that can be written with block characters.
protocol BlockMark {
  /// The drawing in lines of at most this many columns.
  func lines(width: Int, language: Language) -> [StyledLine]
}

extension KeyFigure: BlockMark {
  /// The number with its unit, and the facts below it.
  func lines(width: Int, language: Language) -> [StyledLine] {
    var first = StyledLine(number(language).cut(to: width), .strong)
    if !unit.isEmpty { first.add(" " + unit.cut(to: max(1, width - first.width - 1))) }
    return [first] + facts.map { StyledLine($0.cut(to: width)) }
  }

  /// The number, or the words why there is none.
  private func number(_ language: Language) -> String {
    switch value {
    case .known(let text), .missing(let text):
      text.isEmpty ? MissingWording(.unknown, in: language).words : text
    }
  }
}
