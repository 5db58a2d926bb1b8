import CLCore
import Foundation
import Testing

@Suite("Finding data sets")
struct DatasetSearchTests {
  /// Writes the four files of a tiny data set into `folder`; equal seeds give equal files.
  @discardableResult
  private func plant(
    _ folder: String, seed: UInt8, compressed: Bool = true,
    without missing: KnownDataset.Part? = nil
  ) throws -> [KnownDataset.Part: UInt32] {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var sums: [KnownDataset.Part: UInt32] = [:]
    for part in KnownDataset.Part.allCases where part != missing {
      let count = part.rawValue.hasPrefix("train") ? 6 : 4
      let array =
        part.rawValue.contains("images")
        ? IDX(
          dimensions: [count, 2, 3], elements: (0..<count * 6).map { UInt8($0) &+ seed })
        : IDX(dimensions: [count], elements: (0..<count).map { UInt8(($0 + Int(seed)) % 3) })
      try array.write(
        to: folder + "/" + part.rawValue + (compressed ? ".gz" : ""), compressed: compressed)
      sums[part] = array.checksum
    }
    return sums
  }

  private func tiny(_ sums: [KnownDataset.Part: UInt32]) -> KnownDataset {
    KnownDataset(
      name: "Tiny", folder: "tiny", classNames: ["x", "y", "z"], checksums: sums)
  }

  @Test("Files are found in the root or the data set's subfolder", arguments: ["", "/tiny"])
  func found(subfolder: String) throws {
    for compressed in [true, false] {
      let root = try TemporaryFolder()
      let sums = try plant(root.path + subfolder, seed: 1, compressed: compressed)
      let data = try #require(try DatasetSearch(roots: [root.path]).find(tiny(sums)))
      #expect(data.train.count == 6 && data.test.count == 4 && data.train.inputSize == 6)
      #expect(data.train.labels(at: [0, 1, 2]) == [1, 2, 0])
      #expect(data.origin == .files(folder: root.path + subfolder))
      #expect(data.notice == nil)
    }
  }

  @Test("Earlier folders come first")
  func order() throws {
    let (first, second) = (try TemporaryFolder(), try TemporaryFolder())
    let sums = try plant(first.path, seed: 1)
    try plant(second.path, seed: 1)
    let search = DatasetSearch(roots: [first.path + "/none", first.path, second.path])
    #expect(try search.find(tiny(sums))?.origin == .files(folder: first.path))
  }

  @Test("Files that are not the published ones are refused, unless verify is off")
  func checksum() throws {
    let root = try TemporaryFolder()
    try plant(root.path, seed: 1)
    let other = tiny([.trainLabels: 1])
    let search = DatasetSearch(roots: [root.path])
    #expect(throws: DatasetError.self) { try search.find(other) }
    #expect(try search.find(other, verify: false) != nil)
  }

  @Test("An incomplete folder is refused with the name of what is missing")
  func incomplete() throws {
    for part in KnownDataset.Part.allCases {
      let root = try TemporaryFolder()
      let sums = try plant(root.path, seed: 1, without: part)
      #expect(throws: DatasetError.missingFile(folder: root.path, file: part.rawValue)) {
        try DatasetSearch(roots: [root.path]).find(tiny(sums))
      }
    }
  }

  @Test("Images and labels of different releases are refused")
  func mixed() throws {
    let root = try TemporaryFolder()
    let sums = try plant(root.path, seed: 1)
    try IDX(dimensions: [5], elements: [0, 1, 2, 0, 1])
      .write(to: root.file(KnownDataset.Part.trainLabels.rawValue + ".gz"))
    let search = DatasetSearch(roots: [root.path])
    #expect(throws: DatasetError.self) { try search.find(tiny(sums)) }
    #expect(throws: DatasetError.self) { try search.find(tiny(sums), verify: false) }
  }

  @Test("Without files, glyphs stand in and say so")
  func standIn() throws {
    let root = try TemporaryFolder()
    let data = try LabelledImages.find(
      .mnist, search: DatasetSearch(roots: [root.path]), glyphsPerClass: (train: 5, test: 2))
    #expect(data.name == "Glyphs" && data.origin == .drawn(seed: 1))
    #expect(data.notice?.contains("No files of MNIST in \(root.path)") == true)
    #expect(data.train.count == 50 && data.test.count == 20 && data.classNames.count == 10)
  }

  @Test("PALIMPSEST_DATA comes first, and must be a folder")
  func environment() throws {
    let root = try TemporaryFolder()
    let search = try DatasetSearch(environment: ["PALIMPSEST_DATA": root.path])
    #expect(search.roots.first == root.path)
    #expect(try DatasetSearch(environment: ["PALIMPSEST_DATA": ""]).roots.first == "data")
    #expect(throws: DatasetError.noFolder(root.file("none"))) {
      try DatasetSearch(environment: ["PALIMPSEST_DATA": root.file("none")])
    }
  }

  @Test(
    "Debian's Fashion-MNIST is what its authors published, and is never taken for MNIST",
    .enabled(if: FileManager.default.fileExists(atPath: "/usr/share/datasets/fashion-mnist")))
  func debian() throws {
    let search = DatasetSearch(roots: ["/usr/share/datasets", "/usr/share/datasets/fashion-mnist"])
    #expect(try search.find(.mnist) == nil)
    let data = try #require(try search.find(.fashionMNIST))
    #expect(data.train.count == 60_000 && data.test.count == 10_000)
    #expect(data.classNames[data.train.label(at: 0)] == "Ankle boot")
  }
}
