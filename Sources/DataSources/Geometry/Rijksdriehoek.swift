/// The Dutch grid, RD New (EPSG:28992), from degrees of longitude and latitude (ETRS89 or WGS 84).
///
/// The approximation of F.H. Schreutelkamp and G.L. Strang van Hees, "Benaderingsformules voor de
/// transformatie tussen RD- en WGS84-kaartcoördinaten" (Geodesia 2001): polynomials in the distance
/// to Amersfoort. Within the Netherlands it is within a metre of RDNAPTRANS, and it needs only sums
/// and products, so that every machine gives the same bits.
package enum Rijksdriehoek {
  /// Amersfoort, the middle of the grid, in metres and degrees.
  private static let originX = 155_000.0
  private static let originY = 463_000.0
  private static let originLatitude = 52.15517440
  private static let originLongitude = 5.38720621

  /// The point of the grid at a longitude and latitude in degrees.
  package static func position(longitude: Double, latitude: Double) -> MapPosition {
    let p = 0.36 * (latitude - originLatitude)
    let l = 0.36 * (longitude - originLongitude)
    let l2 = l * l
    // Table 2 of the article: first what has an odd power of the longitude, then the rest.
    var x = l * (190_094.945 + p * (-11_832.228 + p * (-114.221 - 2.340 * p)))
    x += l * l2 * (-32.391 + p * (-0.608 + 0.148 * p))
    x += -0.705 * p - 0.008 * l2
    var y = p * (309_056.544 + p * (73.077 + 59.788 * p))
    y += l2 * (3_638.893 + p * (-157.984 - 6.439 * p))
    y += l2 * l2 * (0.092 - 0.054 * p)
    y += l * (0.433 - 0.032 * p)
    return MapPosition(x: originX + x, y: originY + y)
  }
}
