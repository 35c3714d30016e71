import FoundationEssentials
import Graphics
import Peil

#if canImport(CReadline)
  import CReadline
#endif

extension FigurePainter {
  /// Any figure as a picture, where the terminal says that it shows them and librsvg is there.
  static let pictures = FigurePainter(name: "pictures") { figure, screen in
    guard screen.figures == .on, TerminalPictures.areShown else { return nil }
    let layout = layout(on: screen)
    guard let png = try? figure.png(layout: layout) else { return nil }
    // As wide as the characters of a drawing would be.
    let columns = min(screen.columns, Int(layout.width / BrailleCanvas.cellWidth))
    return TerminalPictures.text(png: png, columns: columns) + "\n"
  }

  /// The layout that a screen has room for.
  static func layout(on screen: ResultScreen) -> FigureLayout {
    Double(screen.columns) * BrailleCanvas.cellWidth >= FigureLayout.wide.width ? .wide : .narrow
  }
}

/// Pictures on a terminal, by the graphics protocol of kitty, which several terminals have:
/// https://sw.kovidgoyal.net/kitty/graphics-protocol/
package enum TerminalPictures {
  /// Whether the terminal says that it shows pictures; asked once, when a first one is to be shown.
  static let areShown = isAsked && hasAnswered

  /// What every picture begins with.
  static let start = "\u{1B}_G"

  /// The bytes of a picture that fit in one part, as the protocol bounds them.
  private static let part = 4096

  /// What makes a terminal show a PNG this many columns wide, with the cursor behind it.
  package static func text(png: [UInt8], columns: Int) -> String {
    let encoded = Array(Data(png).base64EncodedString().utf8)
    let parts = stride(from: 0, to: encoded.count, by: part).map { first in
      String(decoding: encoded[first..<min(first + part, encoded.count)], as: UTF8.self)
    }
    return parts.enumerated().map { index, text in
      // a=T: send and show; f=100: PNG; q=2: say nothing back; m=1: more parts follow.
      let keys = index == 0 ? "a=T,f=100,q=2,c=\(columns)," : ""
      return "\(start)\(keys)m=\(index < parts.count - 1 ? 1 : 0);\(text)\u{1B}\\"
    }.joined()
  }

  /// A multiplexer or the system's console would take the question for something else.
  private static var isAsked: Bool {
    let environment = ProcessInfo.processInfo.environment
    let terminal = environment["TERM"] ?? ""
    let isOther =
      ["", "dumb", "linux", "ansi"].contains(terminal)
      || ["screen", "tmux", "vt"].contains { terminal.hasPrefix($0) }
    return !isOther && environment["TMUX"] == nil && environment["STY"] == nil
  }

  private static var hasAnswered: Bool {
    #if canImport(CReadline)
      cr_shows_pictures(1000) != 0
    #else
      false
    #endif
  }
}
