/// The manner in which one alphabet's characters are made.
struct GlyphAlphabet {
  private let roundness, loops, joining: Double
  private let strokes: ClosedRange<Int>

  /// An alphabet round or angular, sparse or dense, as chance has it.
  init(_ random: inout Random) {
    roundness = random.uniform(in: 0.25...0.85)
    loops = random.uniform(in: 0.05...0.3)
    joining = random.uniform(in: 0.6...0.9)
    let least = 2 + random.below(2)
    strokes = least...least + 1
  }

  /// A new character in this manner, in the unit square with y downwards.
  func character(_ random: inout Random) -> GlyphCharacter {
    let count = strokes.lowerBound + random.below(strokes.count)
    var made: [GlyphStroke] = []
    while made.count < count {
      let first = made.isEmpty
      let start =
        first || random.uniform() > joining
        ? anchor(&random) : made[random.below(made.count)].place(&random)
      if !first, random.uniform() < loops {
        made.append(loop(at: start, &random))
      } else {
        made.append(line(from: start, reach: first ? 0.7 : 0.45, &random))
      }
    }
    return GlyphCharacter(strokes: made)
  }

  /// One of nine points, on which the strokes of most scripts begin and end.
  private func anchor(_ random: inout Random) -> GlyphPoint {
    GlyphPoint(Double(random.below(3)) / 2, Double(random.below(3)) / 2)
  }

  /// A stroke to an anchor at least `reach` away: straight, bent, bowed, or in the shape of an S.
  ///
  /// No point of the plane is within 0.7 of all nine anchors, so there is always one to find.
  private func line(from start: GlyphPoint, reach: Double, _ random: inout Random) -> GlyphStroke {
    var end = anchor(&random)
    while (end - start).length < reach { end = anchor(&random) }
    let along = end - start
    let across = GlyphPoint(-along.y, along.x) * (random.below(2) == 0 ? 1 : -1)
    let bow = random.uniform(in: 0.25...0.55)
    if random.uniform() < roundness {
      if random.uniform() < 0.25 {
        return GlyphStroke(
          points: [
            start, start + along * 0.25 + across * bow * 0.6, start + along * 0.5,
            start + along * 0.75 - across * bow * 0.6, end,
          ], isSmooth: true)
      }
      return GlyphStroke(
        points: [
          start, start + along * 0.2 + across * bow * 0.75, start + along * 0.5 + across * bow,
          start + along * 0.8 + across * bow * 0.75, end,
        ], isSmooth: true)
    }
    let corner = random.uniform() < 0.4 ? [start + along * 0.5 + across * bow] : []
    return GlyphStroke(points: [start] + corner + [end], isSmooth: false)
  }

  /// A small ellipse that touches `place`.
  private func loop(at place: GlyphPoint, _ random: inout Random) -> GlyphStroke {
    let radius = GlyphPoint(random.uniform(in: 0.14...0.3), random.uniform(in: 0.14...0.3))
    let towardsMiddle = GlyphPoint(0.5, 0.5) - place
    let length = max(towardsMiddle.length, 0.01)
    let centre = place + towardsMiddle * (1 / length) * radius
    let diagonal = 0.5.squareRoot()
    let circle: [GlyphPoint] = [
      GlyphPoint(0, -1), GlyphPoint(-diagonal, -diagonal), GlyphPoint(-1, 0),
      GlyphPoint(-diagonal, diagonal),
      GlyphPoint(0, 1), GlyphPoint(diagonal, diagonal), GlyphPoint(1, 0),
      GlyphPoint(diagonal, -diagonal),
      GlyphPoint(0.1, -1),
    ]
    return GlyphStroke(points: circle.map { centre + $0 * radius }, isSmooth: true)
  }
}
