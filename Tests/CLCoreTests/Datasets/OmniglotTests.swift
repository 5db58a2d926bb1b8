import CLCore
import Foundation
import Testing

@Suite("Omniglot")
struct OmniglotTests {
  private static let names = ["images_background", "images_evaluation"]

  /// A folder with both archives; `change` may spoil the second before it is written.
  private func folder(
    _ change: (inout DrawnArchive) throws -> Void = { _ in }
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try DrawnArchive(Self.names[0], ["Greek", "Latin"])
      .write(to: folder.file(Self.names[0] + ".zip"))
    var second = try DrawnArchive(Self.names[1], ["Latin", "Tagalog"], characters: 3)
    try change(&second)
    try second.write(to: folder.file(Self.names[1] + ".zip"))
    return folder
  }

  private func find(_ folder: TemporaryFolder) throws -> Omniglot? {
    try DatasetSearch(roots: [folder.path]).omniglot()
  }

  /// What the search has to say about a folder that it refuses.
  private func refusal(_ folder: TemporaryFolder) -> String {
    do {
      _ = try find(folder)
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test("Characters are classes, and the two parts have no alphabet in common")
  func found() throws {
    let omniglot = try #require(try find(folder()))
    let (background, evaluation) = (omniglot.background, omniglot.evaluation)
    #expect(
      background.store.classNames == [
        "Greek character01", "Greek character02", "Latin character01", "Latin character02",
      ])
    #expect(evaluation.store.classNames == (1...3).map { "Tagalog character0\($0)" })
    #expect(background.labels(at: Array(0..<8)) == [0, 0, 1, 1, 2, 2, 3, 3])
    #expect(background.inputSize == 784 && evaluation.count == 6)
  }

  @Test("A drawing keeps its ink: each small pixel is the mean of the area it covers")
  func ink() throws {
    let store = try #require(try find(folder())).background.store
    for (row, square) in [(10, 31), (10, 32), (20, 31), (20, 32)].enumerated() {
      let image = Array(store.image(row))
      let (low, high) = (Double(square.0) / 3.75, Double(square.0 + square.1) / 3.75)
      func share(_ place: Int) -> Double {
        max(0, min(high, Double(place + 1)) - max(low, Double(place)))
      }
      for place in image.indices {
        let expected = 255 * share(place / 28) * share(place % 28)
        #expect(abs(Double(image[place]) - expected) <= 0.51)
      }
    }
  }

  @Test("Nothing is found in a folder without archives; one of two archives is refused")
  func incomplete() throws {
    let empty = try TemporaryFolder()
    #expect(try find(empty) == nil)
    try DrawnArchive(Self.names[0], ["Greek"]).write(to: empty.file(Self.names[0] + ".zip"))
    #expect(throws: DatasetError.missingFile(folder: empty.path, file: "images_evaluation.zip")) {
      try find(empty)
    }
  }

  @Test("An archive that is cut off is refused by its name")
  func cutOff() throws {
    let folder = try folder()
    let file = folder.file("images_evaluation.zip")
    let whole = try Data(contentsOf: URL(fileURLWithPath: file))
    for length in [0, 10, whole.count / 2, whole.count - 1] {
      try whole.prefix(length).write(to: URL(fileURLWithPath: file))
      let words = refusal(folder)
      #expect(words.contains(file) && words.contains("Fetch it again"), "\(length): \(words)")
    }
  }

  @Test("A changed byte within a drawing is refused by the drawing's name")
  func changed() throws {
    let folder = try folder()
    let file = folder.file("images_evaluation.zip")
    var bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: file)))
    let drawing = try DrawnArchive.square(at: 30, side: 32)
    let place = try #require(
      bytes.indices.last { bytes[$0...].starts(with: drawing.suffix(40)) })
    bytes[place] ^= 1
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    let words = refusal(folder)
    #expect(words.contains("Tagalog/character03/0003_02.png") && words.contains("CRC"), "\(words)")
  }

  @Test("A drawing that is no PNG, of another size, or far too large is refused by its name")
  func wrongDrawings() throws {
    let whole = try DrawnArchive.square(at: 10, side: 31)
    let cases: [([UInt8], String)] = try [
      (Array("no image".utf8), "not a PNG image"),
      (Array(whole.prefix(whole.count / 2)), "not a PNG image"),
      (DrawnArchive.square(at: 3, side: 4, of: 28), "28×28 pixels, expected 105×105"),
      ([UInt8](repeating: 7, count: 70_000), "more than the 65536"),
    ]
    for (content, expected) in cases {
      let folder = try folder { $0.entries[3].content = content }
      let words = refusal(folder)
      #expect(
        words.contains("Latin/character02/0002_02.png") && words.contains(expected), "\(words)")
    }
  }

  @Test("An archive of other things is refused")
  func otherThings() throws {
    let folder = try folder { $0.entries = [("readme.txt", Array("words".utf8))] }
    #expect(refusal(folder).contains("no images of the form alphabet/character/drawing.png"))
  }
}
