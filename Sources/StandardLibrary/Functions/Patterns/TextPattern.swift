#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A POSIX extended regular expression over the characters of UTF-8.
///
/// Matching is that of the C library, always in the locale `C.UTF-8`, whatever the user's is.
/// What POSIX leaves open is refused, so that no pattern means something else elsewhere.
@safe
final class TextPattern {
  private let compiled: UnsafeMutablePointer<regex_t>

  /// Where a pattern was found: byte offsets of the whole and of each group, nil for a group that
  /// took no part.
  typealias Match = [Range<Int>?]

  /// Compiles a pattern. Throws a ``PatternFault``.
  init(_ pattern: String) throws(PatternFault) {
    if let fault = PatternFault.check(pattern) { throw fault }
    // Kept in a variable first: a pattern that is none has nothing to free.
    let space = UnsafeMutablePointer<regex_t>.allocate(capacity: 1)
    let status = Self.inUTF8 { unsafe regcomp(space, pattern, REG_EXTENDED) }
    guard status == 0 else {
      var text = [CChar](repeating: 0, count: 128)
      _ = unsafe regerror(status, space, &text, text.count)
      unsafe space.deallocate()
      let bytes = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      throw PatternFault(String(decoding: bytes, as: UTF8.self).lowercased())
    }
    unsafe compiled = space
  }

  deinit {
    unsafe regfree(compiled)
    unsafe compiled.deallocate()
  }

  /// Whether it has a group in brackets.
  var hasGroup: Bool { unsafe compiled.pointee.re_nsub > 0 }

  /// Whether it is found in bytes that end in 0, of which all others are not 0.
  func isFound(in bytes: UnsafePointer<CChar>) -> Bool {
    unsafe regexec(compiled, bytes, 0, nil, 0) == 0
  }

  /// The first match in the bytes of a text that end in 0, from an offset; of several at one place
  /// the longest.
  func match(in bytes: [UInt8], from offset: Int) -> Match? {
    var found = [regmatch_t](repeating: regmatch_t(), count: 10)
    let flags = offset > 0 ? REG_NOTBOL : 0
    let status = Self.inUTF8 { self.search(bytes, offset, &found, flags) }
    guard status == 0 else { return nil }
    return found.map { place in
      place.rm_so < 0 ? nil : (Int(place.rm_so) + offset)..<(Int(place.rm_eo) + offset)
    }
  }

  private func search(
    _ bytes: [UInt8], _ offset: Int, _ found: inout [regmatch_t], _ flags: Int32
  ) -> Int32 {
    let text = bytes[offset...].map { CChar(bitPattern: $0) }
    return unsafe regexec(compiled, text, found.count, &found, flags)
  }

  /// The bytes of a text as the matcher takes them. A text does not go on behind a zero byte.
  static func bytes(_ text: String) -> [UInt8] { text.utf8.filter { $0 != 0 } + [0] }

  /// Runs something with the characters of UTF-8.
  static func inUTF8<Result>(_ body: () -> Result) -> Result {
    guard let locale = unsafe utf8 else { return body() }
    let old = unsafe uselocale(locale)
    defer { _ = unsafe uselocale(old) }
    return body()
  }

  /// The locale every pattern is read in. It is made once and never changed.
  nonisolated(unsafe) private static let utf8: locale_t? = unsafe newlocale(
    LC_CTYPE_MASK, "C.UTF-8", nil)
}
