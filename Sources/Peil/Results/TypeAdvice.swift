import SourceText

extension Session {
  /// Faults of types that a declaration would mend.
  private static let codes: Set = ["wrong-type", "type-clash"]

  /// A fault with, for columns of files that it names, why they are not of the type expected and
  /// what to declare.
  func advised(_ fault: Diagnostic) -> Diagnostic {
    guard Self.codes.contains(fault.code), let file = fault.file, let range = fault.range else {
      return fault
    }
    let text = file.text(range) + " " + fault.message
    let words = Set(text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
    var fault = fault
    for (column, advice) in files.advice
    where words.contains(column) || text.contains("`\(column)`") {
      fault.notes.insert(contentsOf: [advice.message] + advice.notes, at: 0)
    }
    return fault
  }
}
