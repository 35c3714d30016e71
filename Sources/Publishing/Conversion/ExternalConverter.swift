import Columnar
package import Reporting
package import SourceText

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Makes documents with programs that may or may not be there: WeasyPrint for paper, pandoc for
/// word processors.
package struct ExternalConverter: DocumentConverter {
  /// Makes a converter that looks for programs in `PATH`.
  package init() {}

  private struct Program {
    let name: String
    let arguments: [String]
    /// What makes it tell its version.
    let versionArgument: String
    /// Where it comes from, for who does not have it.
    let origin: String
  }

  private static func program(
    _ format: ReportFormat, from input: String, to output: String, language: String
  ) -> Program {
    if format == .pdf {
      return Program(
        name: "weasyprint", arguments: ["--quiet", "--pdf-variant", "pdf/ua-1", input, output],
        versionArgument: "--info",
        origin: "`pip install weasyprint` installs it; that of Debian 12 is too old")
    }
    // What pandoc writes as OpenDocument has no alternative texts.
    let filter = format == .odt ? ["--lua-filter", Self.filterName] : []
    return Program(
      name: "pandoc",
      arguments: filter + [
        // The heading of the report becomes the title of the document, chapters its first headings.
        "--from", "gfm", "--to", format.rawValue, "--standalone", "--shift-heading-level-by=-1",
        "--metadata",
        "lang=\(language == "nl" ? "nl-NL" : "en-GB")", "--output", output, input,
      ], versionArgument: "--version",
      origin: "`apt-get install pandoc` or `brew install pandoc` installs it")
  }

  private static let filterName = "describe.lua"

  /// A filter of pandoc that puts the alternative text of a picture below it.
  private static let filter = """
    function Para(block)
      local blocks = pandoc.List({block})
      pandoc.walk_block(block, {
        Image = function(image)
          if #image.caption > 0 then blocks:insert(pandoc.Para({pandoc.Emph(image.caption)})) end
        end
      })
      if #blocks > 1 then return blocks end
    end

    """

  /// Seconds that a program may take.
  private static let limit = 600

  package func bytes(
    of document: OutputFile, as format: ReportFormat, beside files: [OutputFile], language: String,
    date: String?
  ) throws(Diagnostics) -> (bytes: [UInt8], tools: [ReportTool]) {
    let folder: String
    do throws(FileFault) {
      folder = try TemporaryFolder.make("peil-convert")
      try FileSystem.write(document.bytes, folder + "/" + document.path)
      try FileSystem.write(Array(Self.filter.utf8), folder + "/" + Self.filterName)
      for file in files where file.path != document.path {
        let place = folder + "/" + file.path
        try FileSystem.makeFolders(FileSystem.parent(of: place))
        try FileSystem.write(file.bytes, place, isFlushed: false)
      }
    } catch {
      throw Diagnostics(EditionFault.unwritable(error, error.path))
    }
    defer { FileSystem.remove(folder) }
    let output = "uit." + format.rawValue
    let program = Self.program(
      format, from: document.path, to: output, language: language)
    // The clock is part of such documents unless a moment is named: that of the environment, of the
    // edition, or else the first that an archive can hold.
    let moment = date.flatMap(Self.seconds) ?? Self.firstMoment
    let child = ChildProcess(
      arguments: [
        "/bin/sh", "-c",
        """
        cd "$1" || exit 73
        shift
        about=$1
        shift
        command -v "$1" >/dev/null 2>&1 || exit 69
        { "$1" "$about"; [ "$1" = weasyprint ] || rsvg-convert --version; } >versions.txt 2>/dev/null
        SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-\(moment)} TZ=UTC exec "$@"
        """, "sh", folder, program.versionArgument, program.name,
      ] + program.arguments, limit: .seconds(Self.limit))
    let end = child.run()
    if end == .exited(69) { throw Diagnostics(Self.absent(program, format)) }
    guard end == .exited(0), let bytes = try? FileReading.bytes(folder + "/" + output),
      !bytes.isEmpty
    else {
      throw Diagnostics(
        Diagnostic(
          .error, phase: .run, code: "conversion-failed",
          "`\(program.name)` did not make the document of the format `\(format.rawValue)`",
          notes: ["what it says stands above"]))
    }
    let versions = (try? FileReading.bytes(folder + "/versions.txt")) ?? []
    let tools = Self.tools(in: String(decoding: versions, as: UTF8.self))
    return (format == .pdf ? bytes : ZipTimes.reset(bytes), tools)
  }

  /// The seconds from 1970 to the beginning of a day, month or year such as `2020-07-03`, in UTC.
  static func seconds(_ date: String) -> Int? {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard let year = parts.first else { return nil }
    return CalendarDate(
      year: year, month: parts.count > 1 ? parts[1] : 1, day: parts.count > 2 ? parts[2] : 1
    ).map { max(Int($0.days) * 86_400, firstMoment) }
  }

  /// 1 January 1980, the first day that the archive of a document can hold.
  private static let firstMoment = 315_532_800

  /// What makes a document, in what a program says of itself: "pandoc 2.17.1.1" and lines as
  /// "Pango version: 15012". What it says of the machine is passed over.
  static func tools(in text: String) -> [ReportTool] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let first = words.first, words.count > 1 else { return nil }
      let isNamed = ["pandoc", "rsvg-convert"].contains(first)
      guard isNamed || words.count == 3 && words[1] == "version:" else { return nil }
      let number = words[1].hasPrefix("version") ? words.dropFirst(2).first : words[1]
      return number.map { ReportTool(name: first.lowercased(), version: String($0)) }
    }
  }

  private static func absent(_ program: Program, _ format: ReportFormat) -> Diagnostic {
    Diagnostic(
      .error, phase: .unavailable, code: "program-absent",
      "the format `\(format.rawValue)` needs the program `\(program.name)`, which is not there",
      notes: [program.origin, "or leave the format out with `--format html,md`"])
  }
}
