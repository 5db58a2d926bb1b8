import Book
import CLCore
import Lessons

/// What is set against GEM with the same samples kept.
enum Contestant: String, CaseIterable, Sendable {
  case gem = "GEM"
  case replay
  /// All kept samples in every step: as much work as GEM does.
  case replayOfAll = "replay of all"

  var name: String { rawValue }

  var style: SeriesStyle {
    self == .replayOfAll ? SeriesStyle(.black, .dotted, .square) : SeriesStyle(method: rawValue)
  }

  /// The method with so many samples kept a task.
  func method(_ kept: Int, _ course: Course) -> any Strategy {
    switch self {
    case .gem: course.gem(kept)
    case .replay: course.replay(kept)
    case .replayOfAll:
      ExperienceReplay(.ring(perTask: kept), batchSize: kept * course.fewTasks)
    }
  }

  /// Samples that a step differentiates the loss of, on average over the tasks after the first.
  func work(_ kept: Int, _ course: Course) -> Double {
    self == .replay ? 20 : 10 + Double(kept * course.fewTasks) / 2
  }
}
