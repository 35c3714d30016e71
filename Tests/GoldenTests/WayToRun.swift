import Peil
import Testing

/// A way to run a script that may not show in what it gives.
struct WayToRun: Sendable, CustomTestStringConvertible {
  let name: String
  private let choose: @Sendable (inout SessionOptions) -> Void

  init(_ name: String, _ choose: @escaping @Sendable (inout SessionOptions) -> Void) {
    self.name = name
    self.choose = choose
  }

  var testDescription: String { name }

  func apply(to options: inout SessionOptions) { choose(&options) }

  /// How everything runs that does not say otherwise; the others are compared with it.
  static let usual = WayToRun("as usual") { _ in }

  /// The ways that must give the bytes of the usual one, a line each.
  static let others = [
    WayToRun("batches of 1") { $0.batchSize = 1 },
    WayToRun("batches of 7") { $0.batchSize = 7 },
    WayToRun("1 thread, batches of 5") {
      $0.threads = 1
      $0.batchSize = 5
    },
    WayToRun("2 threads, batches of 2") {
      $0.threads = 2
      $0.batchSize = 2
    },
    WayToRun("7 threads, batches of 3") {
      $0.threads = 7
      $0.batchSize = 3
    },
    WayToRun("plans as written") { $0.optimises = false },
    WayToRun("no columns kept") { $0.keepsColumns = false },
  ]
}
