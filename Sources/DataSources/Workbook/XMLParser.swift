import CExpat
import SourceText

/// What is done with the elements of a part.
protocol XMLHandler: AnyObject {
  /// Whether the rest need not be read.
  var isDone: Bool { get }
  /// An element begins.
  func start(_ element: XMLName, _ attributes: XMLAttributes) throws(Diagnostic)
  /// A piece of text; one text may come in several.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Diagnostic)
  /// An element ends.
  func end(_ element: XMLName) throws(Diagnostic)
}

/// Reads one XML document in pieces and hands its elements to a handler.
///
/// A document type is refused, and with it every entity that could grow. Names are told apart
/// without their prefix: writers choose prefixes freely, and the strict form of the format has
/// other namespaces for the same names.
@safe
final class XMLParser {
  private let parser: XML_Parser
  private let handler: any XMLHandler
  private let part: String
  private let workbook: WorkbookFault
  private var fault: Diagnostic?

  /// Makes a parser for a part of a workbook.
  init(_ part: String, _ workbook: WorkbookFault, _ handler: any XMLHandler) throws(Diagnostic) {
    guard let parser = unsafe XML_ParserCreate(nil) else {
      throw workbook.damaged("there is no memory to read `\(part)`")
    }
    unsafe self.parser = parser
    self.handler = handler
    self.part = part
    self.workbook = workbook
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { context, name, attributes in
        guard let name = unsafe name else { return }
        unsafe XMLParser.of(context)?.perform { handler throws(Diagnostic) in
          unsafe try handler.start(XMLName(name), XMLAttributes(attributes))
        }
      },
      { context, name in
        guard let name = unsafe name else { return }
        unsafe XMLParser.of(context)?.perform { handler throws(Diagnostic) in
          unsafe try handler.end(XMLName(name))
        }
      })
    unsafe XML_SetCharacterDataHandler(parser) { context, text, count in
      guard let text = unsafe text else { return }
      unsafe text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
        unsafe XMLParser.of(context)?.perform { handler throws(Diagnostic) in
          unsafe try handler.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
      }
    }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      guard let parser = unsafe XMLParser.of(context) else { return }
      parser.stop(parser.workbook.documentType(parser.part))
    }
  }

  deinit {
    unsafe XML_ParserFree(parser)
  }

  /// Whether the handler has what it needs.
  var isDone: Bool { handler.isDone }

  /// Room for the next piece.
  func room(_ size: Int) throws(Diagnostic) -> UnsafeMutableRawPointer {
    guard let room = unsafe XML_GetBuffer(parser, Int32(size)) else {
      throw workbook.damaged("there is no memory to read `\(part)`")
    }
    return unsafe room
  }

  /// Parses what was put into the room. Throws what the handler throws, or where it is no XML.
  func parse(_ count: Int, isLast: Bool) throws(Diagnostic) {
    let status = unsafe XML_ParseBuffer(parser, Int32(count), isLast ? 1 : 0)
    if let fault { throw fault }
    guard status == XML_STATUS_OK || handler.isDone else {
      let line = unsafe XML_GetCurrentLineNumber(parser)
      let code = unsafe XML_GetErrorCode(parser)
      let why = unsafe XML_ErrorString(code).map { unsafe String(cString: $0) } ?? "no XML"
      throw workbook.damaged("`\(part)`, line \(line): \(why)")
    }
  }

  private func perform(_ body: (any XMLHandler) throws(Diagnostic) -> Void) {
    // The library finishes what it began: nothing counts after a fault.
    guard fault == nil, !handler.isDone else { return }
    do {
      try body(handler)
      if handler.isDone { stop(nil) }
    } catch {
      stop(error)
    }
  }

  private func stop(_ fault: Diagnostic?) {
    self.fault = self.fault ?? fault
    _ = unsafe XML_StopParser(parser, 0)
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> XMLParser? {
    guard let context = unsafe context else { return nil }
    return unsafe Unmanaged<XMLParser>.fromOpaque(context).takeUnretainedValue()
  }
}

/// The name of an element, without its prefix; valid while its handler runs.
@safe
struct XMLName {
  private let start: UnsafePointer<CChar>

  init(_ name: UnsafePointer<CChar>) {
    unsafe start = Self.local(name)
  }

  static func == (name: XMLName, other: StaticString) -> Bool {
    unsafe equals(name.start, other)
  }

  /// The part of a name behind its prefix.
  static func local(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
    var index = 0
    while unsafe name[index] != 0 {
      if unsafe name[index] == 0x3A { return unsafe name + index + 1 }
      index += 1
    }
    return unsafe name
  }

  static func equals(_ name: UnsafePointer<CChar>, _ other: StaticString) -> Bool {
    let wanted = unsafe other.utf8Start
    var index = 0
    while unsafe name[index] != 0 {
      guard index < other.utf8CodeUnitCount,
        unsafe UInt8(bitPattern: name[index]) == wanted[index]
      else { return false }
      index += 1
    }
    return index == other.utf8CodeUnitCount
  }
}

/// The attributes of an element; valid while its handler runs.
@safe
struct XMLAttributes {
  private let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  init(_ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    unsafe self.list = list
  }

  /// The bytes of an attribute, ended by 0, or nil.
  func bytes(_ name: StaticString) -> UnsafePointer<CChar>? {
    guard let list = unsafe list else { return nil }
    var index = 0
    while let found = unsafe list[index] {
      if unsafe XMLName.equals(XMLName.local(found), name) { return unsafe list[index + 1] }
      index += 2
    }
    return nil
  }

  /// The number of bytes of an attribute before its 0.
  static func length(_ bytes: UnsafePointer<CChar>) -> Int {
    var length = 0
    while unsafe bytes[length] != 0 { length += 1 }
    return length
  }

  /// An attribute as text.
  func text(_ name: StaticString) -> String? {
    unsafe bytes(name).map { unsafe String(cString: $0) }
  }

  /// An attribute that is a whole number.
  func integer(_ name: StaticString) -> Int? { text(name).flatMap { Int($0) } }

  /// An attribute that says yes or no.
  func flag(_ name: StaticString) -> Bool {
    let text = text(name)
    return text == "1" || text == "true"
  }
}
