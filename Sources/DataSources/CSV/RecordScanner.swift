/// Finds records and fields in a block: the only place that knows quotes and line ends.
///
/// A field may be quoted, with spaces around the quotes; within it a pair of quotes is one, and
/// separators and line ends are text. Elsewhere a quote is a letter like any other. A record ends
/// with LF, CR LF or CR. Empty lines are passed over.
struct RecordScanner {
  let delimiter: UInt8
  /// Whether a record with another number of fields than the table's is a fault.
  var isStrict = true

  /// Why a scan ended.
  enum Stop: Equatable {
    /// The table of fields is full.
    case full
    /// The record at `next` goes on beyond the block, or there is none.
    case blockEnd
    /// The record at `next` has another number of fields.
    case ragged(found: Int)
    /// The quote at an offset is never closed.
    case unclosedQuote(Int)
    /// Text at an offset follows a closing quote.
    case textAfterQuote(Int)
  }

  /// What a scan found.
  struct Result {
    var rows = 0
    /// The offset behind the last whole record.
    var next: Int
    var stop = Stop.blockEnd
    var hasDoubledQuotes = false
    /// The number of fields of the last record.
    var fieldCount = 0
  }

  /// Scans whole records of `bytes[start..<end]`, of which a line feed and a quote at `end` and
  /// `end + 1` mark the end; `isLast` tells that the file ends there too. Records that begin at
  /// `stop` or behind it are left alone.
  func scan(
    _ bytes: UnsafeMutablePointer<UInt8>, _ start: Int, _ end: Int, isLast: Bool,
    stop: Int = .max, into table: borrowing FieldTable
  ) -> Result {
    var result = Result(next: start)
    var index = start
    let delimiter = delimiter
    let fieldCount = table.fieldCount
    let stride = table.stride
    let capacity = table.capacity
    let slots = unsafe table.slots
    var places = unsafe table.places
    while result.rows < capacity {
      while index < end, unsafe bytes[index] == 0x0A || bytes[index] == 0x0D { index += 1 }
      result.next = index
      guard index < end else { return result }
      guard index < stop else { break }
      var field = 0
      var hasDoubledQuotes = false
      while true {
        while unsafe bytes[index] == 0x20 { index &+= 1 }
        var first = index
        var last: Int
        var isDoubled = false
        if unsafe bytes[index] == 0x22 {
          first &+= 1
          index = first
          while true {
            while unsafe bytes[index] != 0x22 { index &+= 1 }
            if index >= end {
              if isLast { result.stop = .unclosedQuote(first &- 1) }
              return result
            }
            guard unsafe bytes[index &+ 1] == 0x22 else { break }
            isDoubled = true
            index &+= 2
          }
          last = index
          index &+= 1
          while unsafe bytes[index] == 0x20 { index &+= 1 }
          let byte = unsafe bytes[index]
          guard byte == delimiter || byte == 0x0A || byte == 0x0D else {
            result.stop = .textAfterQuote(index)
            return result
          }
        } else {
          while true {
            let byte = unsafe bytes[index]
            if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
            index &+= 1
          }
          last = index
        }
        if field < fieldCount {
          unsafe places[slots[field]] = FieldPlace(
            start: first, length: last &- first, hasDoubledQuotes: isDoubled)
        }
        hasDoubledQuotes = hasDoubledQuotes || isDoubled
        field &+= 1
        guard unsafe bytes[index] == delimiter else { break }
        index &+= 1
      }
      // A record that reaches the end of the block may go on, or its CR may have an LF behind it.
      if index >= end {
        guard isLast else { return result }
      } else if unsafe bytes[index] == 0x0D {
        index &+= 1
        if index == end {
          guard isLast else { return result }
        } else if unsafe bytes[index] == 0x0A {
          index &+= 1
        }
      } else {
        index &+= 1
      }
      result.fieldCount = field
      guard field == fieldCount || !isStrict else {
        result.stop = .ragged(found: field)
        return result
      }
      if hasDoubledQuotes { result.hasDoubledQuotes = true }
      result.rows &+= 1
      result.next = index
      unsafe places += stride
    }
    result.stop = .full
    return result
  }
}
