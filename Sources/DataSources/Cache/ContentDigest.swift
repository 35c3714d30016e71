import CXXHash
import SourceText
import Synchronization
import Threading

/// A digest of 128 bits (XXH3) of bytes: tells what was made of them before from what was made of
/// others. It is no protection against someone who wants two files to have the same one.
package struct ContentDigest: Hashable, Sendable {
  package let high: UInt64
  package let low: UInt64

  /// Makes a digest of its halves.
  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The digest of bytes at hand.
  init(_ bytes: UnsafeRawBufferPointer) {
    let hash = unsafe XXH3_128bits(bytes.baseAddress, bytes.count)
    self.init(high: hash.high64, low: hash.low64)
  }

  /// The digest of a text.
  init(_ text: String) {
    var text = text
    self = text.withUTF8 { unsafe ContentDigest(UnsafeRawBufferPointer($0)) }
  }

  /// 32 hexadecimal digits.
  package var hexadecimal: String {
    [high, low].map { half in
      let digits = String(half, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// Bytes that are digested in one piece.
  private static let piece = 4 << 20

  /// The digest of all bytes of an origin: that of the digests of its pieces, which several
  /// threads read. Throws when the file is gone or changes, or when told to stop (phase
  /// `interrupted`).
  static func of(
    _ origin: ByteOrigin, threads: Int, isCancelled: @escaping @Sendable () -> Bool
  ) throws(Diagnostic) -> ContentDigest {
    let count = (origin.count + piece - 1) / piece
    let work = DigestWork(count: count)
    let workers = max(1, min(threads, count))
    Threads.run(workers) { _ in
      do throws(Diagnostic) {
        let reading = try ByteReading(origin)
        var room = [UInt8](repeating: 0, count: min(piece, max(origin.count, 1)))
        while let number = work.next() {
          if isCancelled() { throw BlockParser.interrupted }
          let filled = try reading.read(into: &room, at: number * piece)
          let digest = unsafe room.withUnsafeBytes { bytes in
            unsafe ContentDigest(UnsafeRawBufferPointer(rebasing: bytes[..<filled]))
          }
          work.finish(number, digest)
        }
        try reading.confirmUnchanged()
      } catch {
        work.fail(error)
      }
    }
    return try work.whole()
  }
}

/// The pieces of a file that threads share.
private final class DigestWork: Sendable {
  private struct State {
    var next = 0
    var digests: [ContentDigest?]
    var fault: Diagnostic?
  }

  private let state: Mutex<State>

  init(count: Int) { state = Mutex(State(digests: [ContentDigest?](repeating: nil, count: count))) }

  func next() -> Int? {
    state.withLock { state in
      guard state.fault == nil, state.next < state.digests.count else { return nil }
      state.next += 1
      return state.next - 1
    }
  }

  func finish(_ number: Int, _ digest: ContentDigest) {
    state.withLock { $0.digests[number] = digest }
  }

  func fail(_ fault: Diagnostic) { state.withLock { $0.fault = $0.fault ?? fault } }

  func whole() throws(Diagnostic) -> ContentDigest {
    let done = state.withLock { $0 }
    if let fault = done.fault { throw fault }
    return ContentDigest(done.digests.compactMap { $0?.hexadecimal }.joined())
  }
}
