import CLCore
import Foundation
import Testing

@Suite("Finding data sets")
struct DatasetSearchTests {
  /// Writes the four files of a tiny data set into `folder`; equal seeds give equal files.
  @discardableResult
  private func plant(
    _ folder: String, seed: UInt8, compressed: Bool = true,
    without missing: KnownDataset.Part? = nil, named name: (String) -> String = { $0 }
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
      let file = folder + "/" + name(part.rawValue) + (compressed ? ".gz" : "")
      try FileManager.default.createDirectory(
        at: URL(fileURLWithPath: file).deletingLastPathComponent(),
        withIntermediateDirectories: true)
      try array.write(to: file, compressed: compressed)
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

  @Test(
    "Files are found as torchvision, Keras, 7-Zip and Kaggle leave them",
    arguments: [
      "", "/TINY/raw", "/raw", "/Tiny", "/tiny/raw", "/tiny-dataset", "/Tiny_data", "/datasets",
    ])
  func layouts(subfolder: String) throws {
    let dotted = { (name: String) in name.replacing("-idx", with: ".idx") }
    let names: [(String) -> String] = [
      { $0 }, dotted, { $0 + "/" + $0 }, { $0 + "/" + dotted($0) },
      { dotted($0) + "/" + dotted($0) },
    ]
    for name in names {
      for compressed in [true, false] {
        let root = try TemporaryFolder()
        let sums = try plant(root.path + subfolder, seed: 1, compressed: compressed, named: name)
        let data = try DatasetSearch(roots: [root.path]).find(tiny(sums))
        // Any folder but those that are named after the data set is looked into when it is named itself.
        #expect((data != nil) == (subfolder != "/datasets"))
      }
    }
  }

  @Test("When nothing is found, it is said what was looked for, where, and what is there instead")
  func account() throws {
    let root = try TemporaryFolder()
    let own = root.file("MNIST")
    try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
    for number in 0..<12 { try Data().write(to: URL(fileURLWithPath: "\(own)/\(number + 10).png")) }
    let empty = try TemporaryFolder()
    let account = DatasetSearch(roots: [root.path, empty.path, "none"]).account(of: .mnist)
    for part in KnownDataset.Part.allCases { #expect(account.contains(part.rawValue)) }
    #expect(account.contains("\(root.path) holds MNIST;"))
    #expect(account.contains("\(own) holds 10.png, 11.png,"))
    #expect(account.contains("17.png and 4 more;"))
    #expect(account.contains("\(empty.path) is empty; none is not there."))
  }

  @Test("A refused file is said to be another data set's, when the book knows it")
  func refusal() throws {
    let fashion = try #require(KnownDataset.fashionMNIST.checksums[.testImages])
    func text(_ found: UInt32) -> String {
      DatasetError.checksum(file: "x", dataset: "MNIST", expected: 1, found: found).description
    }
    #expect(text(fashion).contains("It is Fashion-MNIST's t10k-images-idx3-ubyte."))
    #expect(text(2).contains("of another data set") && text(2).contains("make data"))
    #expect(!text(2).contains("verify"))
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
