package import SourceText

/// A fenced block of a report: text to run.
package struct ReportBlock: Sendable {
  /// The name after `peil` on the fence, if it has one.
  package let name: String?
  /// What the fence says of its table.
  package let texts: BlockTexts
  /// The whole report.
  package let report: SourceFile
  /// The lines between the fences.
  package let range: SourceRange

  /// Its name, or one by its position among the blocks, counted from 0.
  package func name(at position: Int) -> String { name ?? "blok-\(position + 1)" }

  /// The text between the fences.
  package var text: String { report.text(range) }

  /// The text to parse: the report with everything outside the block blanked, so that offsets,
  /// lines and columns are those of the report.
  package var source: SourceFile { report.keeping(range) }
}

/// An expression between `{{` and `}}`.
package struct InlineExpression: Sendable {
  /// The whole report.
  package let report: SourceFile
  /// The expression without its format.
  package let range: SourceRange

  /// The expression.
  package var text: String { report.text(range) }

  /// The text to parse, as in ``ReportBlock/source``.
  package var source: SourceFile { report.keeping(range) }
}

extension SourceFile {
  /// This text with every byte outside a range turned into a space; line breaks stay.
  func keeping(_ range: SourceRange) -> SourceFile {
    var bytes = [UInt8](repeating: UInt8(ascii: " "), count: utf8.count)
    for start in lines.starts.dropFirst() { bytes[start - 1] = UInt8(ascii: "\n") }
    bytes.replaceSubrange(range.lower..<range.upper, with: utf8[range.lower..<range.upper])
    return SourceFile(
      name: name, isNamed: isNamed, text: String(decoding: bytes, as: UTF8.self))
  }
}

extension Diagnostics {
  /// The same faults, with places in a blanked text moved to the report it came from, so that
  /// messages show whole lines.
  func placed(in report: SourceFile) -> Diagnostics {
    func original(_ file: SourceFile) -> SourceFile {
      file.name == report.name && file.utf8.count == report.utf8.count ? report : file
    }
    return Diagnostics(
      list.map { diagnostic in
        var moved = diagnostic
        moved.file = diagnostic.file.map(original)
        moved.related = diagnostic.related.map {
          Diagnostic.Related(file: original($0.file), range: $0.range, label: $0.label)
        }
        return moved
      })
  }
}
