import Columnar
import Testing

@Suite("What a look at a text tells of its spelling")
struct TextFormTests {
  private func form(_ text: String) -> TextForm {
    let padded = Array(text.utf8) + [UInt8](repeating: 0xFF, count: TextStore.slack)
    return unsafe padded.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return .unknown }
      return unsafe TextForm(start, text.utf8.count)
    }
  }

  @Test("ASCII, composed letters, and what may have another spelling")
  func examples() {
    let long = "een tekst van meer dan zestien tekens"
    for text in ["", "a", "zonnepark 12", "123456789", long] { #expect(form(text) == .plain) }
    for text in [
      "é" + long, long + "é", "é", "één café aan de Waal", "12345678é", "€ 5", "‘ja’ – “nee” …",
      "日本", "☀️", "🚲",
    ] {
      #expect(form(text) == .composed, "\(text)")
    }
    for text in [
      "e\u{301}" + long, long + "e\u{301}", "e\u{301}", "12345678e\u{301}", "\u{212A}", "\u{2126}",
      "\u{37E}", "\u{F900}",
    ] {
      #expect(form(text) == .unknown, "\(text.unicodeScalars.map(\.value))")
    }
  }

  @Test("A composed sign is equivalent to no other and moves past none")
  func composedSigns() {
    var signs: [Unicode.Scalar] = []
    for value in UInt32(0x80)...0x1FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(String.UnicodeScalarView([scalar]))
      guard form(text) == .composed else { continue }
      #expect(scalar.properties.canonicalCombiningClass == .notReordered, "\(value)")
      signs.append(scalar)
    }
    #expect(signs.count > 30_000)
    let single = Set(signs.map { String(String.UnicodeScalarView([$0])) })
    #expect(single.count == signs.count)
    // No sign comes second in what is written as one sign.
    var random = RandomNumbers(seed: 1)
    for _ in 0..<20_000 {
      let (one, other) = (signs[random.next(signs.count)], signs[random.next(signs.count)])
      let pair = String(String.UnicodeScalarView([one, other]))
      #expect(!single.contains(pair))
    }
  }
}
