import MonitorData

/// A built-in dataset as text: its declaration and its rows.
struct EmbeddedDataset: Sendable {
  let name: String
  /// The `data` statement, in the language.
  let declaration: [UInt8]
  /// The rows, as csv.
  let rows: [UInt8]

  /// Names of all built-in datasets, sorted.
  static let names: [String] = (0..<monitor_dataset_count()).map { index in
    unsafe String(cString: monitor_dataset_at(index).name)
  }

  /// The dataset with a name, or nil.
  static func named(_ name: String) -> EmbeddedDataset? {
    guard let index = names.firstIndex(of: name) else { return nil }
    // The texts are static data of the program: they are there as long as it runs.
    let found = unsafe monitor_dataset_at(index)
    return unsafe EmbeddedDataset(
      name: name,
      declaration: Array(
        UnsafeBufferPointer(start: found.declaration, count: found.declaration_length)),
      rows: Array(UnsafeBufferPointer(start: found.rows, count: found.rows_length)))
  }
}
