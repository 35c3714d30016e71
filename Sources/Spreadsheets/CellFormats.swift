import CXlsxWriter

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The looks of cells in a workbook: each look once.
@safe
final class CellFormats {
  private let book: UnsafeMutablePointer<lxw_workbook>
  let title: UnsafeMutablePointer<lxw_format>?
  let heading: UnsafeMutablePointer<lxw_format>?
  let text: UnsafeMutablePointer<lxw_format>?
  let missing: UnsafeMutablePointer<lxw_format>?
  let note: UnsafeMutablePointer<lxw_format>?
  private var numbers: [String: UnsafeMutablePointer<lxw_format>?] = unsafe [:]

  init(_ book: UnsafeMutablePointer<lxw_workbook>) {
    unsafe self.book = unsafe book
    unsafe title = unsafe workbook_add_format(book)
    unsafe heading = unsafe workbook_add_format(book)
    unsafe text = unsafe workbook_add_format(book)
    unsafe missing = unsafe workbook_add_format(book)
    unsafe note = unsafe workbook_add_format(book)
    unsafe format_set_bold(title)
    unsafe format_set_font_size(title, 14)
    unsafe format_set_bold(heading)
    unsafe format_set_text_wrap(heading)
    unsafe format_set_bottom(heading, UInt8(LXW_BORDER_THIN.rawValue))
    unsafe format_set_italic(missing)
    unsafe format_set_align(missing, UInt8(LXW_ALIGN_RIGHT.rawValue))
  }

  /// The look of numbers of a pattern such as `#,##0.0`.
  func number(_ pattern: String) -> UnsafeMutablePointer<lxw_format>? {
    if let known = unsafe numbers[pattern] { return unsafe known }
    let format = unsafe workbook_add_format(book)
    unsafe format_set_num_format(format, pattern)
    unsafe numbers[pattern] = unsafe format
    return unsafe format
  }
}

/// The system's `read`, which the type's own hides.
func readBytes(_ descriptor: Int32, _ room: UnsafeMutableRawPointer, _ count: Int) -> Int {
  unsafe read(descriptor, room, count)
}
