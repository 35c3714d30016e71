import Graphics
import Planning
import SourceText

/// What cannot be put on top of each other.
enum FigureSigns {
  /// Throws a fault that names the first negative value.
  static func check(_ rows: FigureRows, _ what: String) throws(PeilError) {
    for row in 0..<rows.count {
      guard let value = rows.value(row).value, value < 0 else { continue }
      let place = [rows.category(row), rows.spec.color.map { rows.name($0, row) } ?? ""]
      throw PeilError(
        Diagnostic(
          .error, phase: .run, code: "negative-part",
          "\(what) need values of zero or more; \(place.joined(separator: ", ")) has "
            + "\(rows.format.text(value))",
          notes: ["draw them beside each other, as in `line \(rows.spec.value)`"]))
    }
  }
}
