import SourceText

/// What a cell's number stands for, told by how it is shown.
enum CellFormat: Hashable, Sendable {
  case number
  case date
  case time
  /// A number written with at least so many digits, such as the code 0344.
  case code(digits: Int)

  /// The format with one of the numbers the standard gives (ECMA-376 part 1, 18.8.30): 27 to 36
  /// and 50 to 58 are dates of East Asia, 46 is a duration.
  init(builtIn number: Int) {
    switch number {
    case 14...17, 22, 27...36, 50...58: self = .date
    case 18...21, 45, 47: self = .time
    default: self = .number
    }
  }

  /// The format with a code of letters. Of a code with sections the first counts.
  init(code: String) {
    let letters = Self.letters(code)
    if letters.count >= 2, letters.allSatisfy({ $0 == "0" }) {
      self = .code(digits: letters.count)
      return
    }
    let shown = letters.replacing("am/pm", with: "h").replacing("a/p", with: "h")
    let hasDay = shown.contains { $0 == "y" || $0 == "d" }
    let hasTime = shown.contains { $0 == "h" || $0 == "s" }
    // `m` is a month, but beside hours or seconds a minute.
    if hasDay || shown.contains("m") && !hasTime {
      self = .date
    } else {
      self = hasTime ? .time : .number
    }
  }

  /// The letters of the first section that mean something: without what stands in quotes, is
  /// escaped or stands in brackets. A duration (`[h]:mm`) has none: it stays a number.
  private static func letters(_ code: String) -> String {
    var kept = ""
    var bracket: String?
    var isQuoted = false
    var isEscaped = false
    for letter in code {
      if isEscaped {
        isEscaped = false
      } else if let inside = bracket {
        guard letter == "]" else {
          bracket = inside + String(letter)
          continue
        }
        if !inside.isEmpty, inside.lowercased().allSatisfy({ "hms".contains($0) }) { return "" }
        bracket = nil
      } else if isQuoted || letter == "\"" {
        if letter == "\"" { isQuoted.toggle() }
      } else {
        switch letter {
        case "\\", "_", "*": isEscaped = true
        case "[": bracket = ""
        case ";": return kept.lowercased()
        default: kept.append(letter)
        }
      }
    }
    return kept.lowercased()
  }
}

/// Reads the number formats of a workbook's styles, in the order cells refer to them.
final class StylesHandler: XMLHandler {
  private(set) var formats: [CellFormat] = []
  private var codes: [Int: CellFormat] = [:]
  private var isInCellFormats = false
  var isDone: Bool { false }

  func start(_ element: XMLName, _ attributes: XMLAttributes) {
    if element == "numFmt", let number = attributes.integer("numFmtId"),
      let code = attributes.text("formatCode")
    {
      codes[number] = CellFormat(code: code)
    } else if element == "cellXfs" {
      isInCellFormats = true
    } else if element == "xf", isInCellFormats {
      let number = attributes.integer("numFmtId") ?? 0
      formats.append(codes[number] ?? CellFormat(builtIn: number))
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  func end(_ element: XMLName) {
    if element == "cellXfs" { isInCellFormats = false }
  }
}
