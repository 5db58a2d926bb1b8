import Foundation
import Testing

import CLCore

@Suite("Images of one's own, a folder for each class")
struct ImageFolderTests {
  /// Writes `count` images of squares of `side` pixels for each class below `path`.
  private func write(
    _ classes: [(name: String, side: Int)], count: Int, to path: String, size: Int = 12
  ) throws {
    for (name, side) in classes {
      try FileManager.default.createDirectory(
        atPath: "\(path)/\(name)", withIntermediateDirectories: true)
      for number in 1...count {
        let image = try DrawnArchive.square(at: number % 3, side: side, of: size)
        try Data(image).write(to: URL(filePath: "\(path)/\(name)/image \(number).png"))
      }
    }
  }

  private func inFolder(_ body: (String) throws -> Void) throws {
    let path = NSTemporaryDirectory() + "images-\(UUID().uuidString)/été 名前"
    defer {
      try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent)
    }
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try body(path)
  }

  @Test("One image in six of each class is the test, the same each time, and none is in both")
  func divided() throws {
    try inFolder { path in
      try write([("2", 3), ("10", 6)], count: 12, to: path)
      try Data().write(to: URL(filePath: path + "/notes.txt"))
      try FileManager.default.createDirectory(
        atPath: path + "/__MACOSX", withIntermediateDirectories: true)
      let images = try LabelledImages.folder(path)
      #expect(images.classNames == ["2", "10"] && images.name == "été 名前")
      #expect(images.train.count == 20 && images.test.count == 4)
      #expect(images.train.height == 12 && images.train.width == 12)
      for label in 0..<2 {
        #expect(images.test.positions(of: label).count == 2)
        // The squares of a class have one size: its dark pixels say which class an image is of.
        let dark = images.train.store.image(images.train.positions(of: label)[0]).count { $0 < 128 }
        #expect(dark == [9, 36][label])
      }
      let again = try LabelledImages.folder(path)
      #expect(again.test.store.checksum == images.test.store.checksum)
    }
  }

  @Test("Folders train and test are taken as they are")
  func parts() throws {
    try inFolder { path in
      try write([("a", 3), ("b", 5)], count: 4, to: path + "/train")
      try write([("a", 3), ("b", 5)], count: 2, to: path + "/test")
      let images = try LabelledImages.folder(path)
      #expect(images.train.count == 8 && images.test.count == 4)
      try write([("c", 3)], count: 1, to: path + "/test")
      let error = #expect(throws: DatasetError.self) { try LabelledImages.folder(path) }
      #expect("\(try #require(error))".contains("the same classes"))
    }
  }

  @Test("What is not as it should be is named, with what to do")
  func refused() throws {
    try inFolder { path in
      func complaint() throws -> String {
        let error = #expect(throws: DatasetError.self) { try LabelledImages.folder(path) }
        return "\(try #require(error))"
      }
      #expect(try complaint().contains("one for each class, two at least"))
      try write([("a", 3), ("b", 5)], count: 3, to: path)
      try Data("GIF".utf8).write(to: URL(filePath: path + "/b/image 2.png"))
      #expect(try complaint().contains("b/image 2.png: it is no whole PNG image"))
      try write([("b", 5)], count: 3, to: path, size: 14)
      #expect(try complaint().contains("14×14 pixels"))
      try FileManager.default.removeItem(atPath: path + "/b")
      try FileManager.default.createDirectory(
        atPath: path + "/b", withIntermediateDirectories: true)
      try Data().write(to: URL(filePath: path + "/b/photo.jpg"))
      #expect(try complaint().contains("such as photo.jpg; convert the images to PNG"))
    }
    let error = #expect(throws: DatasetError.self) { try LabelledImages.folder("/no/where") }
    #expect("\(try #require(error))".contains("/no/where: it is no folder"))
  }
}
