import Columnar
import Graphics
import Peil
import Planning
import SourceText
import Tables

/// One run of a case's query: everything the command line would write.
struct CaseRun: Equatable {
  private(set) var bodies: [String] = []
  private(set) var notes = ""
  /// What went wrong, as standard error shows it, and the exit code.
  private(set) var error: (text: String, code: Int32)?

  /// Runs a script in a format. Inputs stand in `folder`.
  init(_ query: CaseQuery, format: String, folder: String, way: WayToRun = .usual) {
    self.init(query.text, options: Self.options(query, folder, way), format: format)
  }

  private init(_ script: String, options: SessionOptions, format: String) {
    let session = Session(options: options)
    let file = SourceFile(name: "-c", isNamed: false, text: script)
    do {
      try session.run(file) { result in
        if format == "words", case .figure(let spec, let table, _) = result.content {
          bodies.append(try Self.words(spec, table, options))
          return
        }
        let output = try result.output(as: format)
        bodies.append(output.body)
        notes += output.notes
      }
    } catch {
      let fault = PeilError(error)
      self.error = (Self.anonymous(fault.description, options.folder), fault.exitCode)
    }
  }

  /// What a figure says in words: its texts and the alternative text.
  private static func words(_ spec: FigureSpec, _ table: Table, _ options: SessionOptions)
    throws(PeilError) -> String
  {
    let figure = try FigureBuilder.figure(spec, table, options: options)
    _ = figure.svg(layout: .wide)
    _ = figure.svg(layout: .narrow)
    let frame = figure.frame
    let lines = [
      frame.title, frame.subtitle, figure.alternativeText, frame.note ?? "", frame.source,
    ]
    return lines.filter { !$0.isEmpty }.map { $0 + "\n" }.joined()
  }

  /// The canonical form of a query, or the fault when it cannot be read.
  static func canonical(_ query: CaseQuery) -> String {
    do {
      return try Session().format(SourceFile(name: "-c", isNamed: false, text: query.text))
    } catch {
      return error.description
    }
  }

  /// What `explain` shows, or the fault.
  static func plan(_ query: CaseQuery, folder: String) -> String {
    let session = Session(options: options(query, folder, .usual))
    do {
      return try session.explain(SourceFile(name: "-c", isNamed: false, text: query.text))
    } catch {
      return anonymous(error.description, folder)
    }
  }

  /// The fault of bytes that are hardly a script, or nothing when they are one.
  static func fault(ofBytes bytes: [UInt8]) -> String? {
    do {
      try Session().run(SourceFile(name: "-c", isNamed: false, bytes: bytes)) { _ in }
      return nil
    } catch {
      return PeilError(error).description
    }
  }

  /// Results one after another, as the format parts them.
  func output(separator: String) -> String { bodies.joined(separator: separator) }

  static func == (left: Self, right: Self) -> Bool {
    left.bodies == right.bodies && left.notes == right.notes
      && left.error?.text == right.error?.text && left.error?.code == right.error?.code
  }

  private static func options(_ query: CaseQuery, _ folder: String, _ way: WayToRun)
    -> SessionOptions
  {
    var options = SessionOptions()
    options.folder = folder
    way.apply(to: &options)
    for word in query.info {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      switch (parts[0], parts.count) {
      case ("lang", 2): options.language = parts[1] == "en" ? .english : .dutch
      case ("reasons", 1): options.showsReasons = true
      case ("quiet", 1): options.showsNotes = false
      case (let name, 2): options.arguments[String(name)] = String(parts[1])
      default: break
      }
    }
    return options
  }

  /// Text without the temporary folder, which differs from run to run.
  private static func anonymous(_ text: String, _ folder: String) -> String {
    text.split(separator: folder + "/", omittingEmptySubsequences: false).joined()
  }
}
