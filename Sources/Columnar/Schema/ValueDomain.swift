import Synchronization

/// The values a column is known to have, loaded when first asked for.
package final class ValueDomain: Sendable {
  private let load: @Sendable () -> [String]
  private let cached = Mutex<[String]?>(nil)

  /// Makes a domain of texts that `load` gives, distinct, in a fixed order.
  package init(load: @escaping @Sendable () -> [String]) {
    self.load = load
  }

  /// The values.
  package var values: [String] {
    if let values = cached.withLock({ $0 }) { return values }
    let values = load()
    cached.withLock { $0 = values }
    return values
  }
}
