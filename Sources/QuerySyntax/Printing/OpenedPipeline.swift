import SourceText

/// A pipeline in brackets on a line that is too long: its stages stand below each other.
///
///     | join (
///         municipalities
///           | where province = "Utrecht"
///       ) on municipality
enum OpenedPipeline {
  /// The lines of a printed line; the line itself when it fits or has no such pipeline.
  static func lines(of line: String) -> [String] {
    guard DisplayWidth.of(line) > PrintedLine.width, let parts = Parts(line) else { return [line] }
    let indent = String(line.prefix { $0 == " " })
    let own = line.hasPrefix(indent + "| ") ? indent + "  " : indent
    var result = [parts.head]
    for (index, stage) in parts.stages.enumerated() {
      let text = index == 0 ? stage : "| " + stage
      result += PrintedLine(text).wrapped(indent: own + (index == 0 ? "  " : "    "))
    }
    return result + lines(of: own + parts.tail)
  }

  /// A line taken apart at its first pipeline in brackets.
  private struct Parts {
    /// Up to the bracket.
    let head: String
    /// What stands in it.
    private(set) var stages: [String] = []
    /// From the closing bracket on.
    let tail: String

    /// Nil when no brackets of the line hold a pipeline.
    init?(_ line: String) {
      let scalars = Array(line.unicodeScalars)
      guard let (start, strokes, end) = Self.brackets(scalars) else { return nil }
      head = Self.text(scalars[...start])
      tail = Self.text(scalars[end...])
      var from = start + 1
      for stroke in strokes + [end] {
        stages.append(Self.text(scalars[from..<stroke], isTrimmed: true))
        from = stroke + 1
      }
    }

    /// The first brackets with strokes between them that stand in no other brackets.
    private static func brackets(_ scalars: [Unicode.Scalar]) -> (
      start: Int, strokes: [Int], end: Int
    )? {
      var scan = BracketScan()
      var open: [(start: Int, strokes: [Int])] = []
      var first: (start: Int, strokes: [Int], end: Int)?
      for (place, scalar) in scalars.enumerated() {
        scan.take(scalar)
        guard !scan.isQuoted else { continue }
        switch scalar {
        case "(", "[": open.append((place, []))
        case ")", "]":
          guard let closed = open.popLast(), !closed.strokes.isEmpty else { continue }
          if first.map({ closed.start < $0.start }) ?? true {
            first = (closed.start, closed.strokes, place)
          }
        case "|" where !open.isEmpty: open[open.count - 1].strokes.append(place)
        default: break
        }
      }
      return first
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>, isTrimmed: Bool = false)
      -> String
    {
      var scalars = scalars
      if isTrimmed {
        while scalars.first == " " { scalars.removeFirst() }
        while scalars.last == " " { scalars.removeLast() }
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      return String(text)
    }
  }
}

/// Where brackets, texts and quoted names begin and end in printed text.
struct BracketScan {
  /// How many brackets are open.
  private(set) var depth = 0
  private var quote: Unicode.Scalar?
  private var isEscaped = false

  /// Whether the last scalar stands in a text or quoted name.
  var isQuoted: Bool { quote != nil }

  /// Takes the next scalar in.
  mutating func take(_ scalar: Unicode.Scalar) {
    if isEscaped {
      isEscaped = false
    } else if let open = quote {
      if scalar == open { quote = nil }
      isEscaped = scalar == "\\" && open == "\""
    } else {
      switch scalar {
      case "\"", "`": quote = scalar
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      default: break
      }
    }
  }
}
