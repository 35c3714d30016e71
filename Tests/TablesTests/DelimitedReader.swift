/// A cell of csv as a simple reader sees it.
struct ReadCell: Equatable {
  var text: String
  var isQuoted: Bool
}

/// Splits csv by RFC 4180, independently of how it was written.
func readCSV(_ text: String, delimiter: UInt8 = UInt8(ascii: ",")) -> [[ReadCell]] {
  var rows: [[ReadCell]] = []
  var row: [ReadCell] = []
  var bytes: [UInt8] = []
  var (isQuoted, isInside) = (false, false)
  func cell() -> ReadCell {
    ReadCell(text: String(decoding: bytes, as: UTF8.self), isQuoted: isQuoted)
  }
  let input = Array(text.utf8)
  var index = 0
  while index < input.count {
    let byte = input[index]
    index += 1
    if isInside {
      if byte != UInt8(ascii: "\"") {
        bytes.append(byte)
      } else if index < input.count, input[index] == byte {
        bytes.append(byte)
        index += 1
      } else {
        isInside = false
      }
    } else if byte == UInt8(ascii: "\""), bytes.isEmpty {
      (isQuoted, isInside) = (true, true)
    } else if byte == delimiter || byte == UInt8(ascii: "\n") {
      row.append(cell())
      (bytes, isQuoted) = ([], false)
      if byte != delimiter {
        rows.append(row)
        row = []
      }
    } else {
      bytes.append(byte)
    }
  }
  return rows
}

/// Splits tsv and undoes its escapes.
func readTSV(_ text: String) -> [[String]] {
  text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
    .map { line in
      line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { cell in
        var bytes: [UInt8] = []
        var isEscaped = false
        for byte in cell {
          if isEscaped {
            switch byte {
            case UInt8(ascii: "t"): bytes.append(0x09)
            case UInt8(ascii: "n"): bytes.append(0x0A)
            case UInt8(ascii: "r"): bytes.append(0x0D)
            default: bytes.append(byte)
            }
            isEscaped = false
          } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
          } else {
            bytes.append(byte)
          }
        }
        return String(decoding: bytes, as: UTF8.self)
      }
    }
}
