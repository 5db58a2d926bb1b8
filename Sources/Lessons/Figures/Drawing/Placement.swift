/// Finds room for names beside points, so that they cover neither each other nor the points.
struct Placement {
  private let frame: Box
  private let canvas: Canvas
  /// Whether the names lie over a field, and need paper of their own.
  let isOverColours: Bool
  /// Points and ways.
  private var taken: [Box] = []
  /// The names that have a place, and the ways of their leaders.
  private var names: [Box] = []
  private var ways: [[Box]] = []

  init(frame: Box, canvas: Canvas, isOverColours: Bool) {
    self.frame = frame
    self.canvas = canvas
    self.isOverColours = isOverColours
  }

  private mutating func keepClear(_ x: Double, _ y: Double) {
    let r = canvas.em * 0.45
    taken.append(Box(left: x - r, bottom: y - r, right: x + r, top: y + r))
  }

  private mutating func keepClear(from a: (Double, Double), to b: (Double, Double)) {
    for i in 0...20 {
      let t = Double(i) / 20
      keepClear(a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t)
    }
  }

  /// Marks all points of `marks` as taken, and the ways of curves and arrows: every name stands beside them, also that
  /// of a mark which is drawn before them.
  mutating func keepClear(_ marks: [Mark], _ x: Scale, _ y: Scale) {
    for mark in marks {
      switch mark {
      case .arrow(let arrow):
        keepClear(from: (x(arrow.from.x), y(arrow.from.y)), to: (x(arrow.to.x), y(arrow.to.y)))
      case .line(let line):
        let way = zip(line.x, line.y).filter { $0.isFinite && $1.isFinite }.map { (x($0), y($1)) }
        if let first = way.first { keepClear(first.0, first.1) }
        for (a, b) in zip(way, way.dropFirst()) { keepClear(from: a, to: b) }
      case .points(let points):
        for (a, b) in zip(points.x, points.y) where a.isFinite && b.isFinite {
          keepClear(x(a), y(b))
        }
      default: break
      }
    }
  }

  /// Where a name stands, and the line that ties it to its point where it could not stand beside it.
  struct Place {
    /// The centre of the name.
    var x, y: Double
    /// The end of the line at the name.
    var leader: (x: Double, y: Double)?
  }

  /// The place of `text` beside (x, y): to the right if there is room, else left, above, below, or at a corner; else
  /// the nearest free place in the frame, with a leader. Beyond the frame are ticks and titles: only on a terminal,
  /// which has no leaders, may a name stand there.
  mutating func beside(_ x: Double, _ y: Double, text: String, size: Double) -> Place {
    let box = Box(
      centre: (x, y), width: canvas.width(text, size) + canvas.em * 0.3,
      height: canvas.leading(size))
    let near = nearPlaces(of: box)
    let inside = near.filter { frame.contains($0) }
    var found = inside.first { isFree($0) }
    var leader: (x: Double, y: Double)?
    if found == nil, canvas.isTerminal {
      let sheet = Box(left: 0, bottom: 0, right: canvas.width, top: canvas.height)
      found = near.first { sheet.contains($0) && isFree($0) }
    } else if found == nil, let far = farPlace(of: box, from: (x, y)) {
      found = far
      leader = far.nearest(to: (x, y))
    }
    let place = found ?? leastCovered(inside) ?? near[0]
    if let leader { ways.append(Self.way(from: (x, y), to: leader)) }
    names.append(place)
    return Place(x: place.midX, y: place.midY, leader: leader)
  }

  /// The place beside (x, y) without a leader; `nil` where there is no room in the frame.
  mutating func closeTo(_ x: Double, _ y: Double, text: String, size: Double) -> Place? {
    let box = Box(
      centre: (x, y), width: canvas.width(text, size) + canvas.em * 0.3,
      height: canvas.leading(size))
    guard let place = nearPlaces(of: box).first(where: { frame.contains($0) && isFree($0) }) else {
      return nil
    }
    names.append(place)
    return Place(x: place.midX, y: place.midY)
  }

  private func isFree(_ box: Box) -> Bool {
    !(taken + names).contains { $0.overlaps(box) }
      && !ways.contains { way in way.contains { $0.overlaps(box) } }
  }

  private func nearPlaces(of box: Box) -> [Box] {
    let far = box.width / 2 + canvas.em * 0.6
    let up = box.height / 2 + canvas.em * 0.5
    return [
      (far, 0), (-far, 0), (0, up), (0, -up), (far, up), (-far, up), (far, -up), (-far, -up),
      (far, 2 * up), (-far, 2 * up), (far, -2 * up), (-far, -2 * up),
    ].map { box.moved(by: $0) }
  }

  /// The free place in the frame with the best leader: short, and crossing few names and other leaders.
  private func farPlace(of box: Box, from point: (x: Double, y: Double)) -> Box? {
    let columns = stride(from: frame.left, through: frame.right - box.width, by: canvas.em / 2)
    let rows = stride(from: frame.bottom, through: frame.top - box.height, by: canvas.em / 2)
    let free = columns.flatMap { left in
      rows.map { bottom in
        Box(left: left, bottom: bottom, right: left + box.width, top: bottom + box.height)
      }
    }.filter(isFree).map { place in
      let end = place.nearest(to: point)
      let (dx, dy) = (end.x - point.x, end.y - point.y)
      return (place: place, end: end, length: (dx * dx + dy * dy).squareRoot())
    }.sorted { $0.length < $1.length }
    var best: (place: Box, cost: Double)?
    for candidate in free {
      // The others are longer still.
      if let best, candidate.length >= best.cost { break }
      let way = Self.way(from: point, to: candidate.end)
      let crossed = names.count { name in way.contains { $0.overlaps(name) } }
      // Leaders of points that lie on each other begin together.
      let met = ways.count { other in
        way.dropFirst(6).contains { here in other.dropFirst(6).contains { $0.overlaps(here) } }
      }
      let cost = candidate.length + canvas.em * (4 * Double(crossed) + 2 * Double(met))
      if cost < best?.cost ?? .infinity { best = (candidate.place, cost) }
    }
    return best?.place
  }

  /// Small boxes along a line.
  private static func way(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double)
  ) -> [Box] {
    (1..<24).map { i in
      let t = Double(i) / 24
      return Box(
        centre: (start.x + (end.x - start.x) * t, start.y + (end.y - start.y) * t), width: 3,
        height: 3)
    }
  }

  private func leastCovered(_ places: [Box]) -> Box? {
    places.min { a, b in
      (taken + names).count { $0.overlaps(a) } < (taken + names).count { $0.overlaps(b) }
    }
  }
}

extension Box {
  fileprivate init(centre: (x: Double, y: Double), width: Double, height: Double) {
    self.init(
      left: centre.x - width / 2, bottom: centre.y - height / 2, right: centre.x + width / 2,
      top: centre.y + height / 2)
  }

  fileprivate func moved(by way: (x: Double, y: Double)) -> Box {
    Box(centre: (midX + way.x, midY + way.y), width: width, height: height)
  }

  /// The place in the box that is nearest to a point.
  fileprivate func nearest(to point: (x: Double, y: Double)) -> (x: Double, y: Double) {
    (min(max(point.x, left), right), min(max(point.y, bottom), top))
  }
}
