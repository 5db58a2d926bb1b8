import CLCore
import Lessons

/// Two seeds at once, each on a thread of its own, against one.
func sideBySide(_ name: String, _ setting: Setting) throws -> Row {
  let begun = try (1...2).map { try TrainStep().run(on: setting.images, seed: $0) }
  func together(_ runs: [Run]) -> Row.Measure {
    {
      let steps = 300
      let jobs = SideBySide(runs) { begun, _ in
        var run = begun
        for _ in 0..<steps { _ = try run.advance() }
      }
      let time = try seconds { _ = try jobs.run(threads: runs.count) { _ in } }
      return Double(runs.count * steps) / time
    }
  }
  return Row(
    name: name, unit: .stepsPerSecond, ours: together(begun), floor: together([begun[0]]),
    goals: [.floor(1.85, "one seed")])
}
