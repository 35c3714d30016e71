/// Thrown when rows did not fit what was inferred from the first ones, and the script has to be
/// planned again.
package struct SchemaChange: Error {
  /// A change.
  package init() {}
}
