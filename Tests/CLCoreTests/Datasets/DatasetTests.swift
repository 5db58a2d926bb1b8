import CLCore
import Testing

@Suite("Data sets")
struct DatasetTests {
  @Test("Gathered pixels are bytes scaled to [0, 1], 255 exactly to 1")
  func scaled() throws {
    let store = try ImageStore(
      name: "ramp", height: 16, width: 16, pixels: (0..<256).map { UInt8($0) }, labels: [0],
      classNames: ["ramp"])
    let image = Dataset(store).image(at: 0)
    #expect(image[0] == 0 && image[255] == 1)
    for (byte, value) in image.enumerated() { #expect(abs(value - Real(byte) / 255) < 1e-7) }
  }

  @Test("A batch holds the images in the order of its positions")
  func batch() throws {
    let data = Dataset(try smallStore())
    let positions = [7, 7, 0, 59, 3]
    var batch = [Real](repeating: -1, count: positions.count * data.inputSize)
    batch.withUnsafeMutableBufferPointer { data.gather(positions, into: $0) }
    #expect(batch == data.gathered(positions))
    #expect(Array(batch.prefix(30)) == data.store.image(7).map { Real($0) * Real(1.0 / 255) })
    #expect(data.labels(at: positions) == [7, 7, 0, 9, 3])
  }

  @Test("A permutation moves every pixel where it says")
  func permuted() throws {
    let data = Dataset(try smallStore())
    var random = Random(seed: 1)
    let order = random.permutation(data.inputSize)
    let plain = data.image(at: 5)
    #expect(data.transformed(.permutation(order)).image(at: 5) == order.map { plain[$0] })
  }

  @Test("Padding surrounds the image with background")
  func padded() throws {
    let data = Dataset(try smallStore())
    let padded = data.preprocessed(Preprocessing(padding: 2))
    #expect(padded.inputSize == 10 * 9)
    let (small, large) = (data.image(at: 4), padded.image(at: 4))
    for row in 0..<10 {
      for column in 0..<9 {
        let inside = (2..<8).contains(row) && (2..<7).contains(column)
        #expect(large[row * 9 + column] == (inside ? small[(row - 2) * 5 + column - 2] : 0))
      }
    }
  }

  @Test("Normalised numbers are (p/255 − μ)/σ, and the padding's background too")
  func normalised() throws {
    let store = try smallStore()
    let data = Dataset(
      store, preprocessing: Preprocessing(padding: 1, mean: 0.25, deviation: 0.5))
    for transform in [Transform.identity, .rotation(degrees: 0)] {
      let image = data.transformed(transform).image(at: 2)
      #expect(image[0] == -0.5)
      let pixel = Real(store.image(2)[2 * 30 + 6])
      #expect(abs(image[2 * 7 + 2] - (pixel / 255 - 0.25) / 0.5) < 1e-6)
    }
  }

  @Test("Subsets, prefixes and filters choose images, and share the store")
  func choice() throws {
    let data = Dataset(try smallStore())
    let chosen = data.filter(classes: [2, 5]).subset([0, 3, 4]).prefix(2)
    #expect(chosen.rows == [2, 15])
    #expect(chosen.labels(at: [0, 1]) == [2, 5])
    #expect(chosen.store === data.store)
    #expect(chosen.relabelled(Array((0..<10).reversed())).labels(at: [0, 1]) == [7, 4])
    #expect(chosen.relabelled(Array((0..<10).reversed())).originalClass(at: 1) == 5)
  }

  @Test("A store whose parts contradict each other is refused")
  func inconsistent() {
    #expect(throws: DatasetError.self) {
      try ImageStore(
        name: "x", height: 2, width: 2, pixels: [1, 2, 3], labels: [0], classNames: ["a"])
    }
    #expect(throws: DatasetError.self) {
      try ImageStore(
        name: "x", height: 1, width: 1, pixels: [1, 2], labels: [0, 1], classNames: ["a"])
    }
  }
}
