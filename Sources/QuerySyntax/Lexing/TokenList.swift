package import SourceText

/// The words of a text in order, for those who colour or count them and need no tree.
package enum TokenList {
  /// All tokens with statements parted, ending in `.endOfFile`; what is no word is `.invalid`.
  package static func of(_ file: SourceFile) -> [Token] {
    Layout(Lexer(file).tokens).tokens
  }
}
