/// A point of a drawing, x to the right and y downwards.
typealias GlyphPoint = SIMD2<Double>

extension GlyphPoint {
  var length: Double { (x * x + y * y).squareRoot() }
}

/// One movement of the pen, through all its points.
struct GlyphStroke {
  var points: [GlyphPoint]
  let isSmooth: Bool

  /// A point of the stroke where another may join: its beginning, middle or end.
  func place(_ random: inout Random) -> GlyphPoint {
    [points[0], points[points.count / 2], points[points.count - 1]][random.below(3)]
  }

  /// The stroke as straight pieces: a Catmull–Rom curve through its points if it is smooth.
  var polyline: [GlyphPoint] {
    guard isSmooth, points.count > 2 else { return points }
    let pieces = 5
    var line = [points[0]]
    for i in 0..<points.count - 1 {
      let before = points[max(i - 1, 0)]
      let (from, to) = (points[i], points[i + 1])
      let after = points[min(i + 2, points.count - 1)]
      for piece in 1...pieces {
        let t = Double(piece) / Double(pieces)
        let slope = (to - before) * 0.5
        let end = (after - from) * 0.5
        let gap = to - from
        let cubic = slope + end - gap * 2
        let square = gap * 3 - slope * 2 - end
        line.append(from + (slope + (square + cubic * t) * t) * t)
      }
    }
    return line
  }
}

/// A character as it is meant, and as it comes out.
struct GlyphCharacter {
  let strokes: [GlyphStroke]
  private let middle: GlyphPoint
  private let extent: Double

  init(strokes: [GlyphStroke]) {
    self.strokes = strokes
    var (low, high) = (GlyphPoint(repeating: .infinity), GlyphPoint(repeating: -.infinity))
    for point in strokes.flatMap(\.polyline) {
      low = pointwiseMin(low, point)
      high = pointwiseMax(high, point)
    }
    middle = (low + high) * 0.5
    extent = max(high.x - low.x, high.y - low.y)
  }

  /// A drawing: lines in units of pixels from the canvas's centre, and the pen's radius.
  struct Writing {
    var lines: [[GlyphPoint]]
    let radius: Double
  }

  /// The character without a writer's chance, by a pen of some radius.
  func printed(radius: Double) -> Writing {
    Writing(lines: strokes.map { $0.polyline.map(fitted) }, radius: radius)
  }

  /// One writing of the character: every stroke and every point of it off a little, the whole
  /// leaning, stretched, turned and shifted, by a pen of chance width.
  func written(_ random: inout Random) -> Writing {
    let tilt = random.normal() * 0.08
    // (1 − t²)/(1 + t²) and 2t/(1 + t²) are a cosine and a sine without a call to either.
    let (cosine, sine) = ((1 - tilt * tilt) / (1 + tilt * tilt), 2 * tilt / (1 + tilt * tilt))
    let slant = random.normal() * 0.2
    let scale = GlyphPoint(1 + random.normal() * 0.1, 1 + random.normal() * 0.1)
    let shift = GlyphPoint(random.normal(), random.normal()) * 1.3
    let lines = strokes.map { stroke in
      var shaken = stroke
      let drift = GlyphPoint(random.normal(), random.normal()) * 0.04
      for i in shaken.points.indices {
        shaken.points[i] += drift + GlyphPoint(random.normal(), random.normal()) * 0.03
      }
      return shaken.polyline.map { point in
        var p = fitted(point) * scale
        p.x -= slant * p.y
        return GlyphPoint(cosine * p.x - sine * p.y, sine * p.x + cosine * p.y) + shift
      }
    }
    return Writing(lines: lines, radius: max(0.7, 1.15 + random.normal() * 0.22))
  }

  /// From the strokes' own units to a box of 18 pixels about the centre, in proportion.
  private func fitted(_ point: GlyphPoint) -> GlyphPoint {
    (point - middle) * (18 / extent)
  }
}
