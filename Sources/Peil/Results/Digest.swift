package import Columnar
import Crypto
import Tables
import Wording

/// SHA-256 digests.
package enum Digest {
  /// The digest of bytes as 64 hexadecimal digits.
  package static func hexadecimal(_ bytes: [UInt8]) -> String {
    var hash = SHA256()
    unsafe bytes.withUnsafeBytes { buffer in unsafe hash.update(bufferPointer: buffer) }
    return text(hash.finalize())
  }

  /// A digest as 64 hexadecimal digits.
  static func text(_ digest: SHA256.Digest) -> String {
    digest.map { byte in
      let digits = String(byte, radix: 16)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// The digest of a table's canonical csv: names, codes, points, reasons, line feeds.
  package static func hexadecimal(_ table: Table) -> String {
    let options = TableOptions(language: .english, showsReasons: true, showsNotes: false)
    let csv = TableFormat.csv.output(of: TableView(table, options: options)).body
    return hexadecimal(Array(csv.utf8))
  }
}
