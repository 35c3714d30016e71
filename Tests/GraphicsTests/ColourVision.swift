import Graphics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How far colours lie apart, for all eyes.
///
/// Contrast after WCAG 2.1; colour blindness after Machado, Oliveira and Fernandes (2009) at full
/// strength, in linear light; distance is CIEDE2000 after Sharma, Wu and Dalal (2005), under D65.
struct ColourVision: Sendable {
  let name: String
  /// Rows of the matrix in linear light.
  private let matrix: [[Double]]

  static let all = [
    ColourVision(name: "all", matrix: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
    ColourVision(
      name: "protan",
      matrix: [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]),
    ColourVision(
      name: "deutan",
      matrix: [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]),
    ColourVision(
      name: "tritan",
      matrix: [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]),
  ]

  /// A colour in CIELAB.
  struct Lab {
    let l, a, b: Double
    init(_ l: Double, _ a: Double, _ b: Double) {
      self.l = l
      self.a = a
      self.b = b
    }
  }

  private static func linear(_ colour: Colour) -> [Double] {
    [UInt32(16), 8, 0].map { shift in
      let value = Double((colour.rgb >> shift) & 0xFF) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
  }

  /// The contrast of WCAG 2.1, 1 to 21.
  static func contrast(_ one: Colour, _ other: Colour) -> Double {
    let lights = [one, other].map { colour in
      let rgb = linear(colour)
      return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2] + 0.05
    }
    return (max(lights[0], lights[1]) / min(lights[0], lights[1]) * 1e9).rounded() / 1e9
  }

  /// The distance between two colours as someone sees them.
  static func distance(_ one: Colour, _ other: Colour, seenBy vision: ColourVision) -> Double {
    distance(vision.lab(one), vision.lab(other))
  }

  private func lab(_ colour: Colour) -> Lab {
    let light = Self.linear(colour)
    let seen = matrix.map { row in
      min(max(row[0] * light[0] + row[1] * light[1] + row[2] * light[2], 0), 1)
    }
    let x = 0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]
    let y = 0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]
    let z = 0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]
    func f(_ t: Double) -> Double { t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116 }
    let (fx, fy, fz) = (f(x / 0.95047), f(y), f(z / 1.08883))
    return Lab(116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz))
  }

  /// The hue in degrees from 0 to 360, for eyes that see all.
  static func hue(_ colour: Colour) -> Double {
    let lab = all[0].lab(colour)
    let hue = atan2(lab.b, lab.a) * 180 / .pi
    return hue < 0 ? hue + 360 : hue
  }

  /// CIEDE2000.
  static func distance(_ one: Lab, _ other: Lab) -> Double {
    let degrees = Double.pi / 180
    let meanChroma =
      ((one.a * one.a + one.b * one.b).squareRoot()
        + (other.a * other.a + other.b * other.b).squareRoot()) / 2
    let seventh = pow(meanChroma, 7)
    let g = 0.5 * (1 - (seventh / (seventh + pow(25, 7))).squareRoot())
    func polar(_ lab: Lab) -> (chroma: Double, hue: Double) {
      let a = (1 + g) * lab.a
      let chroma = (a * a + lab.b * lab.b).squareRoot()
      guard chroma > 0 else { return (0, 0) }
      let hue = atan2(lab.b, a) / degrees
      return (chroma, hue < 0 ? hue + 360 : hue)
    }
    let (p, q) = (polar(one), polar(other))
    let lightness = other.l - one.l
    let chroma = q.chroma - p.chroma
    var turn = q.hue - p.hue
    if p.chroma * q.chroma == 0 {
      turn = 0
    } else if turn > 180 {
      turn -= 360
    } else if turn < -180 {
      turn += 360
    }
    let hue = 2 * (p.chroma * q.chroma).squareRoot() * sin(turn / 2 * degrees)
    let meanL = (one.l + other.l) / 2
    let meanC = (p.chroma + q.chroma) / 2
    var meanH = p.hue + q.hue
    if p.chroma * q.chroma != 0 {
      if (p.hue - q.hue).magnitude <= 180 {
        meanH /= 2
      } else {
        meanH = meanH < 360 ? (meanH + 360) / 2 : (meanH - 360) / 2
      }
    }
    func wave(_ share: Double, _ turns: Double, _ shift: Double) -> Double {
      share * cos((turns * meanH + shift) * degrees)
    }
    var t = 1 - wave(0.17, 1, -30) + wave(0.24, 2, 0)
    t += wave(0.32, 3, 6) - wave(0.2, 4, -63)
    let l50 = (meanL - 50) * (meanL - 50)
    let sl = 1 + 0.015 * l50 / (20 + l50).squareRoot()
    let sc = 1 + 0.045 * meanC
    let sh = 1 + 0.015 * meanC * t
    let c7 = pow(meanC, 7)
    let rc = 2 * (c7 / (c7 + pow(25, 7))).squareRoot()
    let angle = (meanH - 275) / 25
    let rotation = -sin(60 * exp(-angle * angle) * degrees) * rc
    let (dl, dc, dh) = (lightness / sl, chroma / sc, hue / sh)
    return (dl * dl + dc * dc + dh * dh + rotation * dc * dh).squareRoot()
  }
}
