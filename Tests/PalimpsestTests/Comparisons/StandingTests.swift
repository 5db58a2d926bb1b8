import CLCore
import Foundation
import Testing
import palimpsest

@Suite("What a comparison claims")
struct StandingTests {
  private func values(_ numbers: [Double], from seed: UInt64 = 0) -> [UInt64: Double] {
    Dictionary(uniqueKeysWithValues: numbers.enumerated().map { (seed + UInt64($0), $1) })
  }

  @Test("Highest is who is higher on shared seeds, pair by pair, however far the seeds scatter")
  func paired() {
    let low = values([0.2, 0.5, 0.8])
    #expect(Standing([low, values([0.21, 0.515, 0.81])]) == .highest(1))
    // The means are as far apart, and the differences are not.
    #expect(Standing([low, values([0.81, 0.21, 0.515])]) == .open(1, [0]))
    #expect(Standing([values([0.9, 0.91]), values([0.5, 0.51], from: 7)]) == .highest(0))
    #expect(Standing([values([0.9, 0.1]), values([0.2, 0.3], from: 7)]) == .open(0, [1]))
  }

  @Test("A tie is one, one seed shows nothing, one run is no comparison, NaN defines nothing")
  func others() {
    #expect(Standing([values([0.5]), values([0.5])]) == .equal)
    #expect(Standing([values([0.5]), values([0.6]), values([0.4])]) == .open(1, [0, 2]))
    #expect(Standing([values([0.5, 0.6])]) == .single)
    #expect(Standing([values([0.5]), values([.nan])]) == .undefined)
    #expect(Standing([values([0.5]), [:]]) == .undefined && Standing([]) == .undefined)
  }

  @Test("Runs of one method are called by the shortest tails of their paths that differ")
  func labels() {
    func labels(_ paths: [String], _ methods: [String]? = nil) -> [String] {
      let methods = methods ?? paths.map { _ in "ewc" }
      return RunNames.labels(zip(methods, paths).map { ($0, $1) })
    }
    #expect(labels(["/r/lr-0.001/ewc", "/r/lr-0.01/ewc"]) == ["lr-0.001/ewc", "lr-0.01/ewc"])
    #expect(labels(["/a/x/", "/a/y"]) == ["x", "y"])
    #expect(labels(["/a/x", "/b/x", "/c"], ["ewc", "ewc", "gem"]) == ["a/x", "b/x", "gem"])
    #expect(labels(["/a/gem", "/b", "/c"], ["ewc", "ewc", "gem"]) == ["a/gem", "b", "gem"])
    #expect(labels(["/x", "/a/x"]) == ["/x", "a/x"])
  }

  @Test("Files never have the same name, whatever their labels are")
  func files() {
    let names = RunNames.files(["名前", "結果", "a/b", "a-b", "A-B", "a-b-2"])
    #expect(Set(names).count == names.count && names[2] == "a-b")
    #expect(names.allSatisfy { $0.allSatisfy(\.isASCII) && !$0.contains("/") })
  }

  @Test("A folder that is named twice, or by a link, is one folder")
  func distinct() throws {
    let place = try TemporaryFolder()
    let files = FileManager.default
    for name in ["a", "b"] {
      try files.createDirectory(atPath: place.path + "/" + name, withIntermediateDirectories: true)
    }
    try files.createSymbolicLink(
      atPath: place.path + "/c", withDestinationPath: place.path + "/a")
    let folders = ["a", "a/.", "b", "b/../a/", "c"].map { RunFolder(place.path + "/" + $0) }
    #expect(folders.distinct.map(\.path) == [folders[0].path, folders[2].path])
  }
}
