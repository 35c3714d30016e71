import Crypto
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Which build of the engine runs: two builds of one version may compute differently.
package enum EngineBuild {
  /// The version, and a digest of the program.
  package static var identity: String {
    known.withLock { known in
      if let known { return known }
      let identity = EngineVersion.text + " " + (digestOfProgram() ?? "")
      known = identity
      return identity
    }
  }

  private static let known = Mutex<String?>(nil)

  private static func digestOfProgram() -> String? {
    #if canImport(Darwin)
      let path = CommandLine.arguments.first ?? ""
    #else
      let path = "/proc/self/exe"
    #endif
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var hash = SHA256()
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = unsafe read(descriptor, &piece, piece.count)
      guard count > 0 else { break }
      hash.update(data: piece[..<count])
    }
    return Digest.text(hash.finalize())
  }
}
