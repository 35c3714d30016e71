import CStructure

/// The scan of regular text for its separators; see the C module for what is regular.
@safe
struct StructureScan: Sendable {
  /// The version of the scan, which decides its speed only.
  let version: Int32

  /// Scans with the fastest version of this machine, or with another one that it can run.
  init(version: Int32? = nil) {
    self.version = version ?? cs_best_version()
  }

  /// The versions this machine can run.
  static var versions: [Int32] {
    [CS_PORTABLE, CS_VECTOR, CS_AVX2, CS_AVX512].filter { cs_has_version($0) }
  }

  /// How a scan ended.
  enum Outcome: Equatable {
    /// All records were found; the offset is the one behind the last of them.
    case whole(records: Int, next: Int)
    /// The last record goes on beyond the room.
    case incomplete
    /// The careful scanner has to look.
    case irregular
  }

  /// Finds the records of `fields` fields that begin in `start..<stop`, and notes the places of all
  /// separators when asked to: the first note is the place before the first record.
  func scan(
    _ room: BlockRoom, from start: Int, to stop: Int, fields: Int, delimiter: UInt8, isLast: Bool,
    notes: Bool
  ) -> Outcome {
    let text = unsafe cs_text(
      bytes: room.bytes, start: UInt32(start), stop: UInt32(stop), end: UInt32(room.count),
      fields: UInt32(fields), delimiter: delimiter, is_last: isLast)
    unsafe room.index[0] = UInt32(start) &- 1
    let result = unsafe cs_scan(version, text, notes ? room.index + 1 : nil)
    switch result.outcome {
    case CS_WHOLE: return .whole(records: Int(result.records), next: Int(result.next))
    case CS_INCOMPLETE: return .incomplete
    default: return .irregular
    }
  }
}
