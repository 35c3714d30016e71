import CBytes

/// Finds the first place in a text where a pattern may begin: where one of a few bytes stands, or two
/// of them one after another, sixteen places at a time.
///
/// Invariant: nobody writes to the leads once they are made.
@safe
final class LeadSearch: @unchecked Sendable {
  /// Bytes that a pattern may begin with.
  struct Lead: Equatable, Sendable {
    let first: UInt8
    /// The byte behind it; nil for any, or none.
    let second: UInt8?
  }

  private let leads: UnsafeMutablePointer<cb_leads>

  /// More leads than this are not looked for.
  static let most = 4

  /// Makes a search for some leads; nil for none, or too many.
  init?(_ wanted: [Lead]) {
    guard !wanted.isEmpty, wanted.count <= Self.most else { return nil }
    unsafe leads = .allocate(capacity: 1)
    unsafe leads.initialize(to: cb_leads())
    for lead in wanted {
      unsafe cb_add_lead(leads, lead.first, lead.second ?? 0, lead.second != nil)
    }
  }

  deinit {
    unsafe leads.deallocate()
  }

  /// Hands over what the kernel takes, for loops over many texts.
  func withLeads<Result>(_ body: (UnsafePointer<cb_leads>) -> Result) -> Result {
    defer { extendLifetime(self) }
    return unsafe body(leads)
  }

  /// The first place from `start` on where a lead stands; the number of bytes without one.
  @inline(__always)
  func place(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    guard let memory = bytes.baseAddress else { return bytes.count }
    return unsafe cb_find_lead(
      memory.assumingMemoryBound(to: UInt8.self), start, bytes.count, leads)
  }
}
