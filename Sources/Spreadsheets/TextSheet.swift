import CXlsxWriter

/// A sheet of text: a title and lines below it.
enum TextSheet {
  static func write(
    _ lines: [String], to page: UnsafeMutablePointer<lxw_worksheet>, _ formats: CellFormats
  ) {
    for (row, line) in lines.enumerated() {
      unsafe worksheet_write_string(
        page, UInt32(row), 0, line, row == 0 ? formats.title : formats.text)
    }
  }
}
