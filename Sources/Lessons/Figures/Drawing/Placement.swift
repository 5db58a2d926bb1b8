/// Finds room for names beside points, so that they cover neither each other nor the points.
struct Placement {
  private let frame: Box
  private let canvas: Canvas
  /// Whether the names lie over a field, and need paper of their own.
  let isOverColours: Bool
  private var taken: [Box] = []

  init(frame: Box, canvas: Canvas, isOverColours: Bool) {
    self.frame = frame
    self.canvas = canvas
    self.isOverColours = isOverColours
  }

  /// Marks a point as taken.
  mutating func keepClear(_ x: Double, _ y: Double) {
    let r = canvas.em * 0.45
    taken.append(Box(left: x - r, bottom: y - r, right: x + r, top: y + r))
  }

  /// Marks the way of an arrow as taken.
  mutating func keepClear(from a: (Double, Double), to b: (Double, Double)) {
    for i in 0...20 {
      let t = Double(i) / 20
      keepClear(a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t)
    }
  }

  /// The centre of `text` beside (x, y): to the right if there is room, else left, above, below, or
  /// at a corner; beyond the frame when nothing in it is free.
  mutating func beside(_ x: Double, _ y: Double, text: String, size: Double) -> (Double, Double) {
    let width = canvas.width(text, size) + canvas.em * 0.3
    let height = canvas.leading(size)
    let far = width / 2 + canvas.em * 0.6
    let up = height / 2 + canvas.em * 0.5
    let places = [
      (far, 0), (-far, 0), (0, up), (0, -up), (far, up), (-far, up), (far, -up), (-far, -up),
      (far, 2 * up), (-far, 2 * up), (far, -2 * up), (-far, -2 * up),
    ].map { (x + $0, y + $1) }
    let sheet = Box(left: 0, bottom: 0, right: canvas.width, top: canvas.height)
    func box(_ p: (Double, Double)) -> Box {
      Box(
        left: p.0 - width / 2, bottom: p.1 - height / 2, right: p.0 + width / 2,
        top: p.1 + height / 2)
    }
    let inside = places.filter { frame.contains(box($0)) }
    let free = inside.first { place in
      let words = box(place)
      return !taken.contains { $0.overlaps(words) }
    }
    let beyond = places.first { place in
      let words = box(place)
      return sheet.contains(words) && !taken.contains { $0.overlaps(words) }
    }
    let place = free ?? beyond ?? inside.first ?? places[0]
    taken.append(box(place))
    return place
  }
}
