import CBytes

/// Where a text stands in memory, as UTF-8.
@safe
package struct TextPlace {
  package let start: UnsafePointer<UInt8>
  package let count: Int

  /// Makes a place; ``TextStore/slack`` bytes behind it must be readable.
  @inline(__always)
  package init(start: UnsafePointer<UInt8>, count: Int) {
    unsafe self.start = start
    self.count = count
  }
}

/// Texts by number, wherever they stand in memory.
package struct TextArena: Sendable {
  private let table: TextTable

  /// Makes an arena of well-formed texts in memory that `owners` keep, or that outlives it.
  package init(_ places: [TextPlace], owners: [TextStore]) {
    table = TextTable(places, owners)
  }

  /// Makes an arena of texts one after another; `starts` rises from 0 to the number of bytes, and
  /// each text is well formed.
  package init(_ bytes: UnsafeRawBufferPointer, starts: [Int]) {
    let store = TextStore()
    let first = unsafe store.add(bytes)
    let places = zip(starts, starts.dropFirst()).map { start, end in
      unsafe TextPlace(start: first + start, count: end - start)
    }
    self.init(places, owners: [store])
  }

  /// Whether it keeps the memory of its texts.
  package var isKept: Bool { table.isKept }

  /// How many texts there are.
  package var count: Int { table.places.count }

  /// The memory it takes, in bytes, with 8 for the place of each text.
  package var byteCount: Int { table.places.reduce((count + 1) * 8) { $0 + $1.count } }

  /// One text.
  package subscript(index: Int) -> String {
    withBytes(index) { bytes in
      unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
  }

  /// Hands over the bytes of a text.
  package func withBytes<Result>(_ index: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    defer { extendLifetime(table) }
    let place = table.places[index]
    let bytes = unsafe UnsafeBufferPointer(start: place.start, count: place.count)
    return unsafe body(bytes.span)
  }

  /// Hands over something that gives the bytes of a text by its number, for loops over many.
  package func withUnsafeTexts<Result>(
    _ body: ((Int) -> UnsafeRawBufferPointer) -> Result
  ) -> Result {
    defer { extendLifetime(table) }
    return unsafe table.places.withUnsafeBufferPointer { places in
      unsafe body { index in
        precondition(index >= 0 && index < places.count)
        let place = unsafe places[index]
        return unsafe UnsafeRawBufferPointer(start: place.start, count: place.count)
      }
    }
  }

  /// Hands over row, code and bytes of the text of each row that is not missing, until `body` gives
  /// false; whether it never did.
  package func visit(
    _ codes: [UInt32], missing: [UInt8]?,
    _ body: (_ row: Int, _ code: Int, UnsafeRawBufferPointer) -> Bool
  ) -> Bool {
    precondition(missing?.count ?? codes.count == codes.count)
    defer { extendLifetime(table) }
    let places = table.places
    for row in codes.indices where (missing?[row] ?? 0) == 0 {
      let code = Int(codes[row])
      let place = places[code]
      if row &+ 1 < codes.count, codes[row &+ 1] < places.count {
        unsafe cb_prefetch(places[Int(codes[row &+ 1])].start, 256)
      }
      let bytes = unsafe UnsafeRawBufferPointer(start: place.start, count: place.count)
      guard unsafe body(row, code, bytes) else { return false }
    }
    return true
  }
}

extension TextArena {
  /// Hands over where the texts in a range of numbers stand, for loops over many.
  package func withPlaces<Result>(
    _ range: Range<Int>, _ body: (UnsafeBufferPointer<TextPlace>) -> Result
  ) -> Result {
    defer { extendLifetime(table) }
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe table.places.withUnsafeBufferPointer { places in
      unsafe body(UnsafeBufferPointer(rebasing: places[range]))
    }
  }
}

extension Column {
  /// The codes of a text column, below the number of its texts in rows that are not missing.
  package var textCodes: [UInt32] {
    if let packed { return packed.codes.narrowed }
    if case .text(let codes, _) = storage { return codes }
    return []
  }
}

/// The places of an arena and who keeps the memory.
///
/// Invariant: nobody writes to the memory any more.
@safe
private final class TextTable: @unchecked Sendable {
  let places: [TextPlace]
  private let owners: [TextStore]
  var isKept: Bool { !owners.isEmpty }

  init(_ places: [TextPlace], _ owners: [TextStore]) {
    self.places = places
    self.owners = owners
  }
}
