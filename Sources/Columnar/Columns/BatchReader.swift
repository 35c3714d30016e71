/// The seam between sources and execution: rows come in batches until nil.
package protocol BatchReader: AnyObject {
  /// The next rows, or nil after the last. Throws a fault in data with its place.
  func next() throws -> Batch?
}
