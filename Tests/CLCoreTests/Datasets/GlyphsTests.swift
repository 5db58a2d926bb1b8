import CLCore
import Testing

@Suite("Glyphs")
struct GlyphsTests {
  @Test("The same seed draws the same pixels, on every machine")
  func frozen() throws {
    let glyphs = Glyphs(classes: 12, seed: 1)
    let store = try glyphs.images(perClass: 3, part: "train")
    #expect(store.checksum == 0x0757_4437)
    #expect(
      try Glyphs(classes: 12, seed: 2).images(perClass: 3, part: "train").pixels != store.pixels)
    #expect(try glyphs.images(perClass: 3, part: "test").pixels != store.pixels)
  }

  @Test("Asking for more classes or samples keeps those that were there")
  func extending() throws {
    let few = try Glyphs(classes: 5, seed: 9).images(perClass: 1, part: "train")
    let many = try Glyphs(classes: 30, seed: 9).images(perClass: 1, part: "train")
    #expect(many.pixels.prefix(few.pixels.count) == few.pixels[...])
  }

  @Test("Alphabets name and group the classes")
  func alphabets() {
    let glyphs = Glyphs(classes: 25, classesPerAlphabet: 10, seed: 1)
    #expect(glyphs.classNames[0] == "A1" && glyphs.classNames[24] == "C5")
    #expect(glyphs.alphabet(2) == 20..<25)
    #expect(Set(glyphs.classNames).count == 25)
  }

  @Test("Every image has ink, most of it away from the edge")
  func ink() throws {
    let store = try Glyphs(classes: 40, seed: 4).images(perClass: 5, part: "train")
    for row in 0..<store.count {
      let image = Array(store.image(row))
      let total = image.reduce(0) { $0 + Int($1) }
      let edge = image.indices.filter { i in
        [0, 27].contains(i % 28) || [0, 27].contains(i / 28)
      }.reduce(0) { $0 + Int(image[$1]) }
      #expect(total > 20 * 255 && total < 400 * 255)
      #expect(edge < total / 5)
    }
  }

  @Test("Classes are told apart by their mean images, though not always")
  func nearestMean() throws {
    let data = try LabelledImages.glyphs(
      classes: 10, trainPerClass: 100, testPerClass: 50, seed: 1)
    var means = [[Real]](repeating: [Real](repeating: 0, count: 784), count: 10)
    for position in 0..<data.train.count {
      let image = data.train.image(at: position)
      let label = data.train.label(at: position)
      for i in image.indices { means[label][i] += image[i] / 100 }
    }
    let right = (0..<data.test.count).filter { position in
      let image = data.test.image(at: position)
      let distances = means.map { mean in
        zip(mean, image).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      }
      return distances.min() == distances[data.test.label(at: position)]
    }
    let accuracy = Double(right.count) / Double(data.test.count)
    #expect((0.75...0.99).contains(accuracy))
  }
}
