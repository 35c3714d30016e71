import Graphics
import Wording

/// Figures from a seed: all sizes, extreme values, hostile texts.
struct RandomFigures {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  private mutating func next(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }

  private mutating func text() -> String {
    switch next(14) {
    case 0: ""
    case 1: "<&\">'"
    case 2: "👩‍👩‍👧‍👦 🇳🇱"
    case 3: String(repeating: "W", count: 300)
    case 4: String(repeating: "lang woord ", count: 27)
    case 5: "漢字かな交じり文"
    case 6: "\u{0}\u{8}\u{FFFE}\n\ttab"
    case 7: "e\u{301}\u{302}\u{303} 1\u{2009}234"
    case 8: "-/-/-/-"
    case 9: "]]>"
    default: String("Monitor Langer Thuis editie twintig twintig".prefix(3 + next(38)))
    }
  }

  private mutating func datum() -> Datum {
    switch next(12) {
    case 0, 1: .missing(text())
    case 2: .known(0)
    case 3: .known(.greatestFiniteMagnitude)
    case 4: .known(-.greatestFiniteMagnitude)
    case 5: .known(.leastNonzeroMagnitude)
    case 6: .known(.nan)
    case 7: .known(-Double(next(1_000_000)) / 7)
    case 8: .known(Double(next(1_000_000_000)) * 123_456.789)
    default: .known(Double(next(10_000)) / 8)
    }
  }

  /// Values of one kind, so that the extremes do not flatten every figure.
  private mutating func plainDatum() -> Datum {
    next(9) == 0 ? .missing("nog niet bekend") : .known(Double(next(20_000) - next(3) * 5_000) / 8)
  }

  private mutating func change() -> Bars.Change {
    Bars.Change(
      amount: next(3) == 0 ? text() : "+2,3%", remark: next(3) == 0 ? text() : "")
  }

  private mutating func format() -> ValueFormat {
    ValueFormat(
      style: NumberStyle.allCases[next(NumberStyle.allCases.count)],
      decimals: next(2) == 0 ? nil : next(14) - 1, unit: next(2) == 0 ? "%" : text())
  }

  /// Lines and areas of all sizes.
  private mutating func lines() -> Lines {
    let isPlain = next(2) == 0
    let count = next(8) == 0 ? next(90) : next(12)
    let series = next(4) == 0 ? next(26) : next(4)
    return Lines(
      next(3) == 0 ? .area : .line,
      places: (0..<count).map {
        Lines.Place(next(3) == 0 ? text() : String(2000 + $0), at: Double($0))
      },
      series: (0..<series).map { index in
        Lines.Series(
          next(2) == 0 ? "Reeks \(index)" : text(),
          (0..<max(count - next(3), 0)).map { _ in
            Lines.Point(
              isPlain ? plainDatum() : datum(), change: next(3) == 0 ? "+2,3%" : "",
              isProvisional: next(6) == 0)
          })
      }, format: format(),
      baseline: [.automatic, .zero, .fitted][next(3)])
  }

  mutating func figure() -> Figure {
    let frame = FigureFrame(
      id: text(), label: text(), title: text(), subtitle: text(), source: text(), edition: text(),
      digest: next(3) == 0 ? nil : text(), language: next(2) == 0 ? .dutch : .english,
      note: next(2) == 0 ? nil : text())
    if next(5) == 0 {
      return Figure(
        frame,
        KeyFigure(
          next(3) == 0 ? .missing(text()) : .known(next(2) == 0 ? text() : "1.234,5"),
          unit: text(), facts: (0..<next(4)).map { _ in text() }))
    }
    switch next(8) {
    case 0, 1: return Figure(frame, lines())
    case 2: return Figure(frame, histogram())
    case 3: return Figure(frame, table())
    case 4:
      let marks = (0..<next(7)).map { _ -> (String, any PanelMark) in (text(), lines()) }
      return Figure(frame, Panels(marks))
    default: break
    }
    let series = next(2) == 0 ? 0 : next(7)
    let names = (0..<series).map { _ in text() }
    let categories = categories(series)
    switch next(5) {
    case 0: return Figure(frame, Dots(series: names, categories: categories, format: format()))
    case 1:
      let marks = (0..<next(5)).map { _ -> (String, any PanelMark) in
        (text(), Bars(series: names, categories: self.categories(series), format: format()))
      }
      return Figure(frame, Panels(marks))
    default:
      return Figure(
        frame,
        Bars(
          series: names, categories: categories, format: format(),
          arrangement: [.grouped, .stacked, .share][next(3)],
          direction: next(2) == 0 ? .lying : .automatic))
    }
  }

  private mutating func histogram() -> Histogram {
    let isPlain = next(2) == 0
    let values = (0..<next(300)).map { _ in isPlain ? plainDatum() : datum() }
    let known = values.compactMap(\.value)
    let classes = HistogramClasses(known, wanted: next(2) == 0 ? nil : 1 + next(40))
    return Histogram(
      values, classes: classes ?? .one, format: format())
  }

  private mutating func table() -> DrawnTable {
    let heads = (0..<next(3)).map { _ in text() }
    let hasCourse = next(2) == 0
    return DrawnTable(
      nameHead: text(), heads: heads, courseHead: text(),
      rows: (0..<next(20)).map { _ in
        DrawnTable.Row(
          text(), values: heads.map { _ in next(2) == 0 ? plainDatum() : datum() },
          change: next(2) == 0 ? "+2,3%" : text(),
          course: hasCourse ? (0..<next(9)).map { _ in datum() } : [])
      }, format: format())
  }

  private mutating func categories(_ series: Int) -> [Bars.Category] {
    let isPlain = next(2) == 0
    let count = next(8) == 0 ? next(60) : next(10)
    return (0..<count).map { index in
      Bars.Category(
        isPlain && next(4) > 0 ? "Groep \(index)" : text(), detail: next(2) == 0 ? "" : text(),
        values: (0..<max(series + next(2), 1)).map { _ in isPlain ? plainDatum() : datum() },
        isEarlier: next(2) == 0,
        change: next(3) > 0 ? nil : change())
    }
  }
}
