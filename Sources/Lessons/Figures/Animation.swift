/// A figure that moves, for what is a course of events: forgetting, a mask that fills, a curve that bends.
///
/// One of its frames stands for it wherever nothing can or may move: on paper, and for readers who have asked
/// their machine for less motion.
public struct Animation: Sendable, Codable, Equatable {
  /// The moments, in order. All have the title, the grid of panels and the aspect of the first.
  public var frames: [Figure]
  /// Seconds for which a frame is shown.
  public var delay: Double
  /// Seconds for which the last frame is shown before it begins again.
  public var pause: Double
  /// The frame that is drawn as a still picture.
  public var still: Int

  /// A moving figure; the last frame is the still one unless another is chosen.
  public init(_ frames: [Figure], delay: Double = 0.25, pause: Double = 2, still: Int? = nil) {
    self.frames = frames
    self.delay = delay
    self.pause = pause
    self.still = still ?? frames.count - 1
  }

  /// The lines of `figure` drawn from left to right: each frame shows them up to one of `places`, and the last
  /// shows all of the figure, which is the still one.
  public init(_ figure: Figure, upTo places: [Double], delay: Double = 0.12, pause: Double = 2) {
    let growing = places.map { place in
      var frame = figure
      for panel in frame.panels.indices {
        frame.panels[panel].marks = frame.panels[panel].marks.map { mark in
          if case .line(let line) = mark { .line(line.upTo(place)) } else { mark }
        }
      }
      return frame
    }
    self.init(growing + [figure], delay: delay, pause: pause)
  }

  /// How often the last frame is shown once more.
  var held: Int { max(0, Int((pause / max(delay, 0.02)).rounded()) - 1) }

  /// The same with every axis as long in each frame as all of them need, so that nothing jumps.
  var steady: Animation {
    guard fault == nil else { return self }
    var steady = self
    for panel in frames.first?.panels.indices ?? 0..<0 {
      let marks = frames.flatMap { $0.panels[panel].marks }
      let (extent, kinds) = (Extent(of: marks), Kinds(marks))
      for frame in frames.indices {
        let own = frames[frame].panels[panel]
        steady.frames[frame].panels[panel].x.range = Extent.range(
          own.x, of: extent.x, padding: kinds.paddingX)
        steady.frames[frame].panels[panel].y.range = Extent.range(
          own.y, of: extent.y, padding: kinds.paddingY)
      }
    }
    return steady
  }

  /// Why the frames are no moving picture; nil when they are one.
  var fault: String? {
    guard let first = frames.first, frames.count > 1 else {
      return "an animation of \(frames.count) frames does not move"
    }
    if frames.count > 200 { return "an animation of \(frames.count) frames; 200 are the most" }
    if !(delay >= 0.02 && delay <= 10) { return "its delay is \(delay) s; it can be 0.02 to 10" }
    if !(pause >= 0 && pause <= 10) { return "its pause is \(pause) s; it can be 0 to 10" }
    if !frames.indices.contains(still) {
      return "its still frame \(still) is none of \(frames.count)"
    }
    let stray = frames.first { frame in
      frame.title != first.title || frame.aspect != first.aspect || frame.columns != first.columns
        || frame.panels.count != first.panels.count
    }
    return stray.map {
      "the frame '\($0.title.onOneLine)' differs from the first in title, aspect or panels"
    }
  }
}

extension Line {
  /// The part of the curve that lies left of `place`, with the point at `place` itself on the straight line
  /// between its neighbours. A curve that begins further right is a curve of no points yet.
  fileprivate func upTo(_ place: Double) -> Line {
    var line = self
    let shown = x.prefix { $0 <= place }.count
    func cut(_ values: [Double]) -> [Double] {
      var part = Array(values.prefix(shown))
      // Columns of unequal length stay unequal: whoever draws the line says so.
      if shown > 0, shown < min(x.count, values.count), x[shown - 1] < place {
        let share = (place - x[shown - 1]) / (x[shown] - x[shown - 1])
        part.append(values[shown - 1] + share * (values[shown] - values[shown - 1]))
      }
      return part
    }
    (line.x, line.y, line.low, line.high) = (cut(x), cut(y), cut(low), cut(high))
    return line
  }
}
