import Columnar
import Graphics
import Planning
import SourceText
import Wording

extension FigureMark {
  /// How often values occur.
  static let histogram = FigureMark("histogram", vega: { rows, _ in .histogram(rows) }) {
    rows throws(PeilError) in
    let values = (0..<rows.count).map { rows.value($0) }
    var wanted: Int?
    if case .whole(let count)? = rows.spec.settings["bins"] { wanted = count }
    var width: Double?
    if case .numbers(let numbers)? = rows.spec.settings["width"] { width = numbers.first }
    guard
      let classes = HistogramClasses(values.compactMap(\.value), wanted: wanted, width: width)
    else {
      throw PeilError(
        Diagnostic(
          .error, phase: .run, code: "too-many-bins",
          "the values span more than \(HistogramClasses.most) bins",
          notes: ["ask for fewer, as in `bins 10`, or wider ones"]))
    }
    // Bounds are round numbers, which need no decimals for the sake of the values.
    let format = ValueFormat(
      style: rows.language.numberStyle, decimals: rows.valueField.decimals, unit: rows.unit)
    return Histogram(
      values, classes: classes, format: format, noun: rows.rowNoun, language: rows.language)
  }
}
