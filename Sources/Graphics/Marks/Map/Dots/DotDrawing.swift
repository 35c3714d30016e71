/// The dots of a map on the land, or among the small dots of all regions.
struct DotDrawing {
  private let map: DotMap
  private let radius: Double

  init(_ map: DotMap, radius: Double) {
    self.map = map
    self.radius = radius
  }

  /// The map within a frame, and the lowest point it reaches.
  func elements(left: Double, top: Double, width: Double, height: Double) -> (
    elements: [Element], bottom: Double
  ) {
    let points =
      map.land.flatMap { $0.flatMap { $0.flatMap { $0 } } } + map.others + map.places.map(\.point)
    // Dots at the edge stay within the frame.
    let edge = radius + 2
    guard
      let scale = MapScale(
        points, left: left + edge, top: top + edge, width: width - 2 * edge,
        height: height - 2 * edge)
    else { return ([], top) }
    var elements = land(scale)
    if map.land.isEmpty {
      elements += map.others.map { point in
        let place = scale.place(point)
        return .circle(
          CircleElement(
            className: "other", x: place.x, y: place.y, radius: 2.2,
            fill: .colour(ClassColours.other)))
      }
    }
    let bottom = top + scale.height + 2 * edge
    let middles = map.places.map { scale.place($0.point) }
    let frame = (left: left, top: top, right: left + width, bottom: bottom)
    let nudged = DotNudging.apart(middles, distance: 2 * radius + 2, edge: edge, frame: frame)
    for (middle, place) in zip(middles, nudged)
    where middle.squaredDistance(to: place) > radius * radius / 4 {
      elements.append(
        .line(
          LineElement(
            className: "lead", x1: middle.x, y1: middle.y, x2: place.x, y2: place.y,
            stroke: Stroke(Palette.light.soft, width: 1))))
      elements.append(
        .circle(
          CircleElement(
            className: "s1", x: middle.x, y: middle.y, radius: 2.5,
            fill: .colour(Theme.seriesColour(0)))))
    }
    for (index, place) in nudged.enumerated() {
      elements += Self.dot(index + 1, x: place.x, y: place.y, radius: radius, isEdged: true)
    }
    return (elements, bottom)
  }

  /// A dot with its number, on a map with an edge of paper.
  static func dot(_ number: Int, x: Double, y: Double, radius: Double, isEdged: Bool) -> [Element] {
    [
      .circle(
        CircleElement(
          className: isEdged ? "s1 dot" : "s1", x: x, y: y, radius: radius,
          fill: .colour(Theme.seriesColour(0)),
          stroke: isEdged ? Stroke(Palette.light.paper, width: 1.5) : nil)),
      .text(
        TextElement(x: x, y: y + 4.3, style: .number, anchor: .middle, text: String(number))),
    ]
  }

  /// The land with pale borders inside and a coast around it, so that the dots stand out.
  private func land(_ scale: MapScale) -> [Element] {
    guard !map.land.isEmpty else { return [] }
    let borders = BorderNetwork(map.land.map { [$0] }, scale: scale)
    let regions = borders.rings.map { rings in
      Element.path(
        PathElement(
          className: "land", steps: rings.flatMap(MapDrawing.steps),
          fill: .colour(ClassColours.land),
          stroke: Stroke(Palette.light.paper, width: 0.75, isRound: true)))
    }
    let coast = PathElement(
      className: "coast", steps: borders.coast.flatMap(MapDrawing.steps), fill: .none,
      stroke: Stroke(ClassColours.landEdge, width: 1, isRound: true))
    return regions + [.path(coast)]
  }
}
