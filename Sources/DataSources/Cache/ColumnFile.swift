import Columnar

/// A column as bytes: a fixed head, then its codes or values, mask and texts, then a digest of all.
///
/// Layout (numbers are 64 bits, little-endian): the magic; the head of ``Head``; from `64 * n` on the
/// codes or values; the mask, a byte a row; where each text begins, one more than there are texts;
/// the bytes of the texts; the digest, 16 bytes. Another layout has another magic.
enum ColumnFile {
  /// What every file begins with; its last sign counts layouts.
  static let magic: [UInt8] = Array("PEILCOL1".utf8)

  /// The column written out.
  static func bytes(of column: Column) -> [UInt8] {
    var writer = ColumnFileWriter()
    writer.add(column)
    return writer.finished()
  }

  /// The column of bytes written by ``bytes(of:)``; nil when they are damaged, cut short, or of
  /// another layout.
  ///
  /// - Parameter count: the size of the file, which the buffer holds from its beginning.
  static func column(in buffer: CodeBuffer, count: Int) -> Column? {
    let bytes = unsafe UnsafeRawBufferPointer(start: buffer.bytes, count: count)
    guard count >= magic.count + Head.size + 16, unsafe bytes.prefix(8).elementsEqual(magic) else {
      return nil
    }
    let body = unsafe UnsafeRawBufferPointer(rebasing: bytes[..<(count - 16)])
    let digest = unsafe ContentDigest(body)
    let high = unsafe bytes.loadUnaligned(fromByteOffset: count - 16, as: UInt64.self)
    let low = unsafe bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    guard digest == ContentDigest(high: UInt64(littleEndian: high), low: UInt64(littleEndian: low))
    else { return nil }
    return unsafe ColumnFileReader(buffer, body).column()
  }

  /// What a file says first.
  struct Head {
    /// What the codes or values stand for.
    enum Kind: Int64 {
      case integer, number, text, date, boolean, period
      case plainInteger, plainNumber, plainPeriod
    }

    static let size = 8 * 8

    var kind: Kind
    /// The scale of a number; -1 for none.
    var scale: Int64 = -1
    var base: Int64 = 0
    var codeCount: Int64 = 0
    var width: Int64
    var rows: Int64
    /// 1 when there is a mask, else 0.
    var hasMask: Int64 = 0
    /// Texts of a dictionary, or distinct periods.
    var texts: Int64 = 0

    /// Its numbers in order.
    var numbers: [Int64] {
      [kind.rawValue, scale, base, codeCount, width, rows, hasMask, texts]
    }

    init(_ kind: Kind, width: Int, rows: Int) {
      self.kind = kind
      self.width = Int64(width)
      self.rows = Int64(rows)
    }

    /// Takes the numbers back; nil for a kind that is not known.
    init?(numbers: [Int64]) {
      guard numbers.count == 8, let kind = Kind(rawValue: numbers[0]) else { return nil }
      self.kind = kind
      scale = numbers[1]
      base = numbers[2]
      codeCount = numbers[3]
      width = numbers[4]
      rows = numbers[5]
      hasMask = numbers[6]
      texts = numbers[7]
    }
  }

  /// Where the codes begin: room for the magic and the head, at a multiple of 64.
  static let codesOffset = 128
}
