import Threading
import Wording

/// How a session reads and what it says.
public struct SessionOptions: Sendable {
  /// The language of what is added to results: legends, notes, alternative texts.
  public enum Language: String, Sendable, CaseIterable {
    case dutch = "nl"
    case english = "en"
  }

  /// The language of results; numbers follow it in tables, never in csv or json.
  public var language = Language.dutch
  /// The folder that relative paths of a text without a file start from; empty is the working
  /// folder.
  public var folder = ""
  /// Values of params by name.
  public var arguments: [String: String] = [:]
  /// Whether notes are given with results.
  public var showsNotes = true
  /// Whether csv names the reason of a missing cell.
  public var showsReasons = false
  /// Rows read at a time; never shows in a result.
  public var batchSize = 65_536
  /// Whether plans are rewritten to do less work; never shows in a result.
  public var optimises = true
  /// Threads that read and compute, at least 1; never shows in a result. At first as many as
  /// there are processors.
  public var threads = Threads.available
  /// The folder in which columns of files are kept from one run to the next; nil when they are not.
  /// Never shows in a result.
  public var cacheFolder: String?
  /// Whether columns of files that were read stay in memory for what is run later. Without that
  /// less memory is used; never shows in a result.
  public var keepsColumns = true
  /// Which files are read in one place only.
  var singleReads = SingleReads.none
  /// Asked every few milliseconds while running; true ends the query at once. Nil when nobody
  /// will want to.
  public var isCancelled: (@Sendable () -> Bool)?
  /// Told every few milliseconds which step of a query runs, and the part of it that is done, from
  /// 0 to 1, when that is known. Nil when nobody looks on.
  public var watch: (@Sendable (_ step: String, _ part: Double?) -> Void)?

  /// Makes options: Dutch, the working folder, with notes.
  public init() {}

  var wording: Wording.Language {
    switch language {
    case .dutch: .dutch
    case .english: .english
    }
  }
}
