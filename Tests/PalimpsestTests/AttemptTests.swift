import CLCore
import Foundation
import Lessons
import Testing
import palimpsest

@Suite("A reproduction from end to end")
struct ExperimentTests {
  private func results(_ experiment: Attempt, threads: Int) throws -> [EntryResult] {
    let jobs = SideBySide(experiment.jobs) { job, progress in try experiment.run(job, progress) }
    return experiment.gathered(try jobs.run(threads: threads) { _ in })
  }

  private func small(_ images: LabelledImages) throws -> Attempt {
    var table = try Reproduction.splitMNISTHsu2018.narrowed(methods: "adam,mas", seeds: [2, 3])
    table.experiment.hidden = [16]
    table.experiment.training = Training(epochs: 1, batchSize: 8)
    return Attempt(table, on: images)
  }

  @Test("Results are the same to the bit on any number of threads, and belong to their entries")
  func threads() throws {
    let experiment = try small(smallGlyphs())
    let one = try results(experiment, threads: 1)
    let two = try results(experiment, threads: 2)
    #expect(one.map { $0.runs.map(\.matrix) } == two.map { $0.runs.map(\.matrix) })
    #expect(one.map(\.entry.key) == ["adam", "mas"])
    #expect(one.allSatisfy { $0.runs.map(\.seed) == [2, 3] })
    // The same seed starts both methods alike: their first rows of R are one and the same.
    #expect(one[0].runs[0].matrix.rows[0] == one[1].runs[0].matrix.rows[0])
  }

  @Test("Every table runs on drawn images, a few steps of each method")
  func smoke() throws {
    let images = try smallGlyphs()
    for var table in Reproduction.all {
      table.experiment.hidden = [16]
      table.seeds = [2]
      let found = try results(Attempt(table, on: images, smoke: true), threads: 2)
      #expect(found.count == table.entries.count)
      for result in found {
        #expect((0...100).contains(result.accuracy.mean), "\(table.name): \(result.entry.method)")
      }
    }
  }

  @Test("On other data, and after a few steps only, no published figure is shown or saved")
  func otherData() throws {
    for experiment in [
      try small(smallGlyphs()),
      Attempt(
        try small(smallGlyphs()).reproduction, on: try smallGlyphs(name: "MNIST"), smoke: true),
    ] {
      let found = try results(experiment, threads: 2)
      let text = (ResultTable(experiment, found).lines(width: 80) + experiment.heading(width: 80))
        .joined(separator: "\n")
      #expect(!text.contains("93.46") && !text.contains("99.22") && !text.contains("agrees"))
      #expect(text.contains("Nothing is compared"))
      let record = ResultRecord(
        experiment, found, Making(seeds: [2, 3], date: .now, seconds: 1, threads: 2, command: []))
      #expect(record.results.allSatisfy { $0.published == nil && $0.comparison == nil })
      #expect(record.notComparable != nil)
    }
  }
}
