import CXlsxWriter
import Columnar
import Tables

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension Spreadsheet {
  /// The bytes of the file, which are the same whenever and wherever it is written.
  package func bytes() throws(Fault) -> [UInt8] {
    let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array((folder + "/peil-xlsx-XXXXXX").utf8CString)
    guard unsafe mkdtemp(&template) != nil else {
      throw Fault(reason: "no file can be made in \(folder)")
    }
    let place = String(
      decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let path = place + "/book.xlsx"
    defer {
      unsafe unlink(path)
      unsafe rmdir(place)
    }
    try write(to: path)
    return try Self.read(path)
  }

  private func write(to path: String) throws(Fault) {
    for sheet in sheets {
      if case .table(let name, let view, _) = sheet, view.table.count > Self.mostRows - 100 {
        throw Fault(
          reason: "`\(name)` has \(view.table.count) rows, and a sheet of Excel 1.048.576 at most")
      }
    }
    guard let book = unsafe workbook_new(path) else { throw Fault(reason: "no memory") }
    unsafe title.withCString { text in
      var properties = unsafe lxw_doc_properties()
      unsafe properties.title = unsafe UnsafeMutablePointer(mutating: text)
      // The date is part of the file: an hour of the clock would make each run another file.
      unsafe properties.created = Self.date
      unsafe workbook_set_properties(book, &properties)
    }
    let formats = unsafe CellFormats(book)
    for (sheet, name) in zip(sheets, names) {
      guard let page = unsafe workbook_add_worksheet(book, name) else {
        unsafe lxw_workbook_free(book)
        throw Fault(reason: "the sheet `\(name)` cannot be added")
      }
      switch sheet {
      case .text(_, let lines): unsafe TextSheet.write(lines, to: page, formats)
      case .table(_, let view, let source):
        unsafe TableSheet(view, source: source).write(to: page, formats)
      }
    }
    let code = unsafe workbook_close(book)
    guard code == LXW_NO_ERROR else {
      throw Fault(reason: unsafe String(cString: lxw_strerror(code)))
    }
  }

  /// 1 January 1980, unless the environment names a moment.
  private static var date: time_t {
    let stated = unsafe getenv("SOURCE_DATE_EPOCH").flatMap {
      unsafe Int(String(cString: $0))
    }
    return time_t(max(stated ?? 315_532_800, 315_532_800))
  }

  private static func read(_ path: String) throws(Fault) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Fault(reason: "the file cannot be read back") }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe readBytes(descriptor, &piece, piece.count)
      guard count >= 0 else { throw Fault(reason: "the file cannot be read back") }
      if count == 0 { return bytes }
      bytes += piece[..<count]
    }
  }
}
