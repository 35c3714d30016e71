package import SourceText

/// `for each: NAME in (TABLE)`: the report is made once for each value that a column of the table
/// has; the report has a param of that name.
package struct ReportBatch: Sendable {
  /// The column of the table, and the param of the report.
  package let name: String
  /// The pipeline, as it stands between the brackets.
  package let pipeline: SourceFile

  /// Reads the value of `for each`.
  init(_ file: SourceFile, _ range: SourceRange) throws(Diagnostic) {
    let words = file.words(range)
    guard words.count >= 3, BlockName.isValid(file.text(words[0])), file.text(words[1]) == "in",
      file.utf8[words[2].lower] == UInt8(ascii: "("),
      file.utf8[range.upper - 1] == UInt8(ascii: ")")
    else {
      throw Diagnostic(
        .error, code: "for-each", "`for each` cannot be read", file: file, range: range,
        notes: ["write `for each: indicator in (indicators | where edition = 2020)`"])
    }
    name = file.text(words[0])
    pipeline = file.keeping(SourceRange(words[2].lower + 1, range.upper - 1))
  }
}
