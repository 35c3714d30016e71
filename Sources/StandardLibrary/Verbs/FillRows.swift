import Columnar
import Planning
import SourceText

/// Fills gaps inside series.
struct FillRows: TableTransform {
  /// How a gap gets its values.
  enum Method: Sendable {
    case linear, previous, next
    case value(Value)

    /// The method's name in notes.
    var name: String {
      switch self {
      case .linear: "linear"
      case .previous: "previous"
      case .next: "next"
      case .value(let value): value.shown
      }
    }
  }

  /// A column to fill.
  struct Gap: Sendable {
    let name: String
    let column: Int
    /// The column that marks what was filled: one of the input, or a new one.
    let mark: Int
    /// The type of the filled column.
    let type: DataType
    let method: Method
  }

  let gaps: [Gap]
  let series: [Int]
  let axis: Int
  /// The longest gap that is filled, in periods.
  let limit: Int?
  let file: SourceFile
  let range: SourceRange
  var summary: String { "fill \(gaps.map(\.name).joined(separator: ", "))" }

  func apply(_ input: Table, _ run: TransformRun) throws -> Batch {
    let lines = try SeriesRows(
      input, series: series, axis: axis, file: file, range: range, gap: limit)
    var columns = input.columns
    for gap in gaps {
      let source = Column.concatenate([columns[gap.column]], type: gap.type)
      let (found, broken) = lines.gaps(of: source)
      let filled = Self.filled(source, found, gap)
      var marks = [Bool](repeating: false, count: input.count)
      if gap.mark < columns.count, let earlier = columns[gap.mark].booleans { marks = earlier }
      for place in found { marks[place.row] = true }
      columns[gap.column] = filled
      if gap.mark < columns.count {
        columns[gap.mark] = Column(.boolean(marks))
      } else {
        columns.append(Column(.boolean(marks)))
      }
      if !found.isEmpty { run.note(Self.note(found.count, gap)) }
      if broken > 0 { run.note(Self.brokenNote(broken, gap)) }
    }
    return Batch(columns: columns, count: input.count)
  }

  private static func filled(_ source: Column, _ places: [FilledCell], _ gap: Gap) -> Column {
    guard !places.isEmpty else { return source }
    var rows = Array(0..<source.count)
    var result = source
    switch gap.method {
    case .previous, .next:
      for place in places {
        if case .next = gap.method {
          rows[place.row] = place.after
        } else {
          rows[place.row] = place.before
        }
      }
      return source.gather(rows)
    case .value(let value):
      let both = Column.concatenate(
        [source, .constant(value, gap.type, count: 1)], type: gap.type)
      for place in places { rows[place.row] = source.count }
      return both.gather(rows)
    case .linear:
      guard var values = source.numbers else { return source }
      for place in places {
        let (low, high) = (values[place.before], values[place.after])
        // Without a difference of large opposites, which could overflow.
        values[place.row] = low * (1 - place.part) + high * place.part
      }
      var mask = source.missing
      for place in places { mask?[place.row] = 0 }
      result = Column(.number(values, scale: nil), missing: mask, coverage: source.coverage)
      for place in places {
        result.coverage?.known[place.row] = 1
        result.coverage?.all[place.row] = 1
      }
      return result
    }
  }

  private static func brokenNote(_ count: Int, _ gap: Gap) -> Note {
    .counted(
      "gap-with-break", count,
      dutch: (
        "cel van \(gap.name) niet ingevuld: een breuk in de reeks",
        "cellen van \(gap.name) niet ingevuld: een breuk in de reeks"
      ),
      english: (
        "cell of \(gap.name) not filled: a break in the series",
        "cells of \(gap.name) not filled: a break in the series"
      ))
  }

  private static func note(_ count: Int, _ gap: Gap) -> Note {
    .counted(
      "cells-filled", count,
      dutch: (
        "cel van \(gap.name) is ingevuld (\(gap.method.name))",
        "cellen van \(gap.name) zijn ingevuld (\(gap.method.name))"
      ),
      english: (
        "cell of \(gap.name) is filled (\(gap.method.name))",
        "cells of \(gap.name) are filled (\(gap.method.name))"
      ))
  }
}
