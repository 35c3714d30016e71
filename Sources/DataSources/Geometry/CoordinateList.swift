/// The value of `coordinates`: points in as many lists within lists as the shape asks for.
struct CoordinateList {
  /// How many lists lie around a point: 0 for a point, 2 for a polygon, 3 for several.
  private(set) var depth = 0
  /// The lowest lists of points, in order; of a single point one list with it.
  private(set) var rings: [PlacedRing] = []
  /// Where a polygon begins, as positions in `rings`.
  private(set) var polygons: [Int] = []

  init(_ reader: inout JSONReader) throws(JSONFault) {
    let start = reader.offset
    let height = try read(&reader, depth: 0)
    guard height >= 0 else {
      throw JSONFault(
        .content("`coordinates` is empty", fix: "write `null` as `geometry` for no shape"),
        at: start)
    }
    depth = height
  }

  /// Reads a list; its height is 0 for a point, and -1 for an empty list.
  private mutating func read(_ reader: inout JSONReader, depth: Int) throws(JSONFault) -> Int {
    guard depth < 6 else { throw JSONFault(.tooDeep, at: reader.offset) }
    _ = reader.peek()
    let start = reader.offset
    try reader.take("[")
    switch reader.peek() {
    case UInt8(ascii: "["): break
    case UInt8(ascii: "]"):
      _ = try reader.isLast("]")
      return -1
    default:
      let point = try Self.point(&reader)
      rings.append(PlacedRing(points: [point], offset: start))
      return 0
    }
    let ring = rings.count
    var height = -1
    repeat {
      _ = reader.peek()
      let place = reader.offset
      let found = try readElement(&reader, depth: depth + 1, ring: ring, start: start)
      if height >= 0, found >= 0, found != height {
        throw JSONFault(
          .content("points and lists of points are mixed", fix: "save the file again"), at: place)
      }
      height = max(height, found)
    } while try !reader.isLast("]")
    if height == 1 { polygons.append(ring) }
    return height + 1
  }

  /// An element of a list: points of one list become one ring.
  private mutating func readElement(
    _ reader: inout JSONReader, depth: Int, ring: Int, start: Int
  ) throws(JSONFault) -> Int {
    let before = reader.offset
    guard reader.peek() == UInt8(ascii: "[") else { throw reader.fault("`[`") }
    try reader.take("[")
    let next = reader.peek()
    guard next != UInt8(ascii: "["), next != UInt8(ascii: "]") else {
      reader.offset = before
      return try read(&reader, depth: depth)
    }
    let point = try Self.point(&reader)
    if rings.count == ring { rings.append(PlacedRing(points: [], offset: start)) }
    rings[ring].points.append(point)
    return 0
  }

  /// The two numbers of a point, and `]`; a height is passed over.
  private static func point(_ reader: inout JSONReader) throws(JSONFault) -> MapPosition {
    let x = try reader.number()
    try reader.take(",")
    let y = try reader.number()
    while try !reader.isLast("]") { _ = try reader.number() }
    return MapPosition(x: x, y: y)
  }
}
