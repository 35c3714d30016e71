#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where columns of files are kept, and whether the user wants that.
///
/// `PEIL_CACHE` is `on`, `off` or a folder; nothing is kept without being asked for, since data may
/// be of a kind that must not be copied.
enum CacheFolder {
  private static var wish: String? { variable("PEIL_CACHE") }

  /// Whether the environment asks for a cache.
  static var isWanted: Bool {
    wish.map { !["", "0", "off", "no", "false"].contains($0.lowercased()) } ?? false
  }

  /// The folder that the environment names, else the one that caches of a user belong in; nil for
  /// a user without a home.
  static var path: String? {
    if let wish, wish.contains("/") { return wish }
    if let caches = variable("XDG_CACHE_HOME"), caches.hasPrefix("/") { return caches + "/peil" }
    guard let home = variable("HOME"), !home.isEmpty else { return nil }
    #if canImport(Darwin)
      return home + "/Library/Caches/peil"
    #else
      return home + "/.cache/peil"
    #endif
  }

  private static func variable(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }
}
