#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A library that is opened when it is first needed, so that the program starts without it.
@safe
struct LoadedLibrary {
  private let handle: UnsafeMutableRawPointer

  /// The first of some names that can be opened; nil when none is there.
  ///
  /// It is never closed: libraries of GLib cannot be.
  init?(_ names: [String]) {
    for name in names {
      if let handle = unsafe dlopen(name, RTLD_NOW | RTLD_LOCAL) {
        unsafe self.handle = handle
        return
      }
    }
    return nil
  }

  /// A function of the library, which must have that type; nil when it has none of that name.
  @unsafe
  func function<Function>(_ name: String, as type: Function.Type) -> Function? {
    guard let place = unsafe dlsym(handle, name) else { return nil }
    return unsafe unsafeBitCast(place, to: type)
  }
}
