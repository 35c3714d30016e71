import Columnar

/// Functions of the bytes of texts.
enum TextBytes {
  /// What a function of its text's bytes gives for each row, worked out once for each text when most
  /// of them occur; a missing row gets `filler`.
  ///
  /// Nil when the bytes are not at hand, or the function gives nil.
  static func values<Element: BitwiseCopyable>(
    of column: Column, filler: Element, _ body: (UnsafeRawBufferPointer) -> Element?
  ) -> [Element]? {
    guard let dictionary = column.dictionary, let arena = dictionary.bytes else { return nil }
    let codes = column.textCodes
    // A table of all texts pays when some of them come back.
    let hasTable = dictionary.count < codes.count
    var table = [Element](repeating: filler, count: hasTable ? dictionary.count : 0)
    var isKnown = [Bool](repeating: false, count: table.count)
    var result = [Element](repeating: filler, count: codes.count)
    let isWhole = unsafe result.withUnsafeMutableBufferPointer { result in
      unsafe arena.visit(codes, missing: column.missing) { row, code, bytes in
        if hasTable, isKnown[code] {
          unsafe result[row] = table[code]
          return true
        }
        guard let value = unsafe body(bytes) else { return false }
        unsafe result[row] = value
        if hasTable {
          table[code] = value
          isKnown[code] = true
        }
        return true
      }
    }
    return isWhole ? result : nil
  }
}
