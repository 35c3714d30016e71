/// Several faults thrown together: everything found before data is read.
package struct Diagnostics: Error, Sendable {
  /// The faults in the order of their places.
  package let list: [Diagnostic]

  /// Collects faults, ordered by place; the order of equal places is kept.
  package init(_ list: [Diagnostic]) {
    self.list = list.enumerated().sorted { left, right in
      let leftPlace = left.element.range?.lower ?? -1
      let rightPlace = right.element.range?.lower ?? -1
      return leftPlace == rightPlace ? left.offset < right.offset : leftPlace < rightPlace
    }.map(\.element)
  }

  /// One fault.
  package init(_ diagnostic: Diagnostic) {
    list = [diagnostic]
  }
}
