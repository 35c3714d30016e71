package import Peil

/// Keeps what the statements of blocks give, and tells what a block took.
package protocol BlockKeeper: ResultStore {
  /// Begins a document of a report that has several.
  func beginDocument(_ name: String)

  /// Begins a block.
  func begin(_ block: String)

  /// What the block took so far.
  var work: BlockWork { get }
}
