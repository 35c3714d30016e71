import SourceText

/// Draws SVG as PNG with librsvg and cairo, which are opened when a PNG is asked for.
///
/// The drawing is that of the installed librsvg and fonts: only SVG is the same on every machine.
@safe
struct PNGRenderer {
  private typealias Pointer = UnsafeMutableRawPointer
  private typealias Write = @convention(c) (Pointer?, UnsafePointer<UInt8>?, UInt32) -> Int32

  private let read: @convention(c) (UnsafePointer<UInt8>?, UInt, Pointer?) -> Pointer?
  private let render: @convention(c) (Pointer?, Pointer?, UnsafePointer<Double>?, Pointer?) -> Int32
  private let release: @convention(c) (Pointer?) -> Void
  private let makeSurface: @convention(c) (Int32, Int32, Int32) -> Pointer?
  private let makeContext: @convention(c) (Pointer?) -> Pointer?
  private let scale: @convention(c) (Pointer?, Double, Double) -> Void
  private let status: @convention(c) (Pointer?) -> Int32
  private let write: @convention(c) (Pointer?, Write, Pointer?) -> Int32
  private let destroyContext: @convention(c) (Pointer?) -> Void
  private let destroySurface: @convention(c) (Pointer?) -> Void
  /// The libraries that draw and set text, with their versions.
  let versions: [(name: String, version: String)]

  /// Names of the libraries on Linux and macOS.
  static let drawing = ["librsvg-2.so.2", "librsvg-2.2.dylib", "librsvg-2.dylib"]
  static let painting = ["libcairo.so.2", "libcairo.2.dylib"]
  static let lettering = ["libpango-1.0.so.0", "libpango-1.0.0.dylib"]
  static let objects = ["libgobject-2.0.so.0", "libgobject-2.0.0.dylib"]

  /// Opens the libraries. Throws a fault of phase `unavailable` when one is missing or too old.
  init(drawing: [String] = Self.drawing) throws(Diagnostic) {
    guard let rsvg = LoadedLibrary(drawing), let cairo = LoadedLibrary(Self.painting),
      let gobject = LoadedLibrary(Self.objects),
      let read = unsafe rsvg.function(
        "rsvg_handle_new_from_data",
        as: (@convention(c) (UnsafePointer<UInt8>?, UInt, Pointer?) -> Pointer?).self),
      let render = unsafe rsvg.function(
        "rsvg_handle_render_document",
        as: (@convention(c) (Pointer?, Pointer?, UnsafePointer<Double>?, Pointer?) -> Int32)
          .self),
      let release = unsafe gobject.function(
        "g_object_unref", as: (@convention(c) (Pointer?) -> Void).self),
      let makeSurface = unsafe cairo.function(
        "cairo_image_surface_create",
        as: (@convention(c) (Int32, Int32, Int32) -> Pointer?).self),
      let makeContext = unsafe cairo.function(
        "cairo_create", as: (@convention(c) (Pointer?) -> Pointer?).self),
      let scale = unsafe cairo.function(
        "cairo_scale", as: (@convention(c) (Pointer?, Double, Double) -> Void).self),
      let status = unsafe cairo.function(
        "cairo_surface_status", as: (@convention(c) (Pointer?) -> Int32).self),
      let write = unsafe cairo.function(
        "cairo_surface_write_to_png_stream",
        as: (@convention(c) (Pointer?, Write, Pointer?) -> Int32).self),
      let destroyContext = unsafe cairo.function(
        "cairo_destroy", as: (@convention(c) (Pointer?) -> Void).self),
      let destroySurface = unsafe cairo.function(
        "cairo_surface_destroy", as: (@convention(c) (Pointer?) -> Void).self)
    else {
      throw Diagnostic(
        .error, phase: .unavailable, code: "no-librsvg",
        "a figure is written as png by librsvg 2.46 or later, which is not there",
        notes: [
          "install it (`librsvg2-2` on Debian, `librsvg` with Homebrew), or save the figure as svg"
        ])
    }
    unsafe self.read = unsafe read
    unsafe self.render = unsafe render
    unsafe self.release = unsafe release
    unsafe self.makeSurface = unsafe makeSurface
    unsafe self.makeContext = unsafe makeContext
    unsafe self.scale = unsafe scale
    unsafe self.status = unsafe status
    unsafe self.write = unsafe write
    unsafe self.destroyContext = unsafe destroyContext
    unsafe self.destroySurface = unsafe destroySurface
    let setting = LoadedLibrary(Self.lettering)
    versions =
      [
        ("librsvg", Self.number(of: rsvg)), ("cairo", Self.text(of: cairo, "cairo_version_string")),
      ] + (setting.map { [("pango", Self.text(of: $0, "pango_version_string"))] } ?? [])
  }

  /// What librsvg calls its version, which it keeps in three numbers.
  private static func number(of library: LoadedLibrary) -> String {
    ["rsvg_major_version", "rsvg_minor_version", "rsvg_micro_version"].map { name in
      let number = unsafe library.function(name, as: UnsafePointer<UInt32>.self)
      return unsafe number.map { unsafe String($0.pointee) } ?? "?"
    }.joined(separator: ".")
  }

  /// What a library answers when asked for its version.
  private static func text(of library: LoadedLibrary, _ name: String) -> String {
    let version = unsafe library.function(
      name, as: (@convention(c) () -> UnsafePointer<CChar>?).self)
    return unsafe version?().map { unsafe String(cString: $0) } ?? "?"
  }

  /// The PNG of a drawing, `factor` pixels for each of its own.
  func png(_ svg: String, width: Double, height: Double, factor: Double = 2) throws(Diagnostic)
    -> [UInt8]
  {
    let bytes = Array(svg.utf8)
    guard let handle = unsafe read(bytes, UInt(bytes.count), nil) else { throw fault }
    defer { unsafe release(handle) }
    // Format 0 is that of 32 bits with transparency.
    let surface = unsafe makeSurface(
      0, Int32((width * factor).rounded(.up)), Int32((height * factor).rounded(.up)))
    defer { unsafe destroySurface(surface) }
    guard unsafe status(surface) == 0 else { throw fault }
    let context = unsafe makeContext(surface)
    defer { unsafe destroyContext(context) }
    unsafe scale(context, factor, factor)
    // A rectangle of librsvg: x, y, width, height.
    let viewport = [0, 0, width, height]
    guard unsafe render(handle, context, viewport, nil) != 0 else { throw fault }
    var output = PNGBytes()
    let result = unsafe withUnsafeMutablePointer(to: &output) { target in
      unsafe write(
        surface,
        { closure, data, count in
          guard let closure = unsafe closure, let data = unsafe data else { return 1 }
          let target = unsafe closure.assumingMemoryBound(to: PNGBytes.self)
          unsafe target.pointee.bytes += UnsafeBufferPointer(start: data, count: Int(count))
          return 0
        }, Pointer(target))
    }
    guard result == 0 else { throw fault }
    return output.bytes
  }

  private var fault: Diagnostic {
    Diagnostic(
      .error, phase: .run, code: "not-drawn", "librsvg could not draw the figure as png",
      notes: ["save it as svg"])
  }
}

/// What cairo has written so far.
private struct PNGBytes {
  var bytes: [UInt8] = []
}
