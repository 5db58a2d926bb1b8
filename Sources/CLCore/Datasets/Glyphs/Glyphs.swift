/// Handwritten characters of alphabets that do not exist, drawn by the program.
///
/// They stand in where no file of images is found, and serve where many classes with few samples
/// are wanted. A character is a few strokes, made once from the seed; a sample is one writing of
/// it, in which the hand trembles, leans and presses as it likes.
public struct Glyphs: Sendable {
  /// Rows and columns of pixels.
  public static let side = 28

  /// Classes that share an alphabet, and with it a manner of strokes.
  public let classesPerAlphabet: Int
  /// What everything is drawn from.
  public let seed: UInt64
  private let characters: [GlyphCharacter]

  /// How many classes there are.
  public var classes: Int { characters.count }

  /// Invents `classes` characters, each unlike all others.
  public init(classes: Int, classesPerAlphabet: Int = 10, seed: UInt64) {
    require(
      classes > 0 && classesPerAlphabet > 0,
      "glyphs need classes and alphabets, got \(classes) and \(classesPerAlphabet)")
    self.classesPerAlphabet = classesPerAlphabet
    self.seed = seed
    var gallery = GlyphGallery()
    for index in 0..<classes {
      var manner = Random(seed: seed, "alphabet", index / classesPerAlphabet)
      let alphabet = GlyphAlphabet(&manner)
      var random = Random(seed: seed, "character", index)
      gallery.add { alphabet.character(&random) }
    }
    characters = gallery.characters
  }

  /// The classes of an alphabet, counted from 0.
  public func alphabet(_ index: Int) -> Range<Int> {
    index * classesPerAlphabet..<min((index + 1) * classesPerAlphabet, classes)
  }

  /// The names of the classes: alphabets A, B, …, and numbers within them.
  public var classNames: [String] {
    characters.indices.map { index in
      let (alphabet, number) = index.quotientAndRemainder(dividingBy: classesPerAlphabet)
      return Glyphs.letters(alphabet) + String(number + 1)
    }
  }

  /// `perClass` writings of every class in turn; each `part` of a data set has its own.
  ///
  /// - Throws: nothing that its arguments can cause; the store checks all that it is given.
  public func images(perClass: Int, part: String) throws(DatasetError) -> ImageStore {
    var canvas = GlyphCanvas(side: Glyphs.side)
    var pixels: [UInt8] = []
    pixels.reserveCapacity(classes * perClass * Glyphs.side * Glyphs.side)
    for sample in 0..<classes * perClass {
      var random = Random(seed: seed, part, sample)
      canvas.draw(characters[sample % classes].written(&random))
      pixels += canvas.pixels
    }
    return try ImageStore(
      name: "Glyphs", height: Glyphs.side, width: Glyphs.side, pixels: pixels,
      labels: (0..<classes * perClass).map { $0 % classes }, classNames: classNames)
  }

  /// A, B, …, Z, AA, AB, …
  private static func letters(_ index: Int) -> String {
    let (rest, last) = index.quotientAndRemainder(dividingBy: 26)
    let letter = String(UnicodeScalar(UInt8(65 + last)))
    return rest == 0 ? letter : letters(rest - 1) + letter
  }
}

extension LabelledImages {
  /// A data set of invented characters.
  ///
  /// - Throws: nothing that its arguments can cause; the store checks all that it is given.
  public static func glyphs(
    classes: Int = 10, trainPerClass: Int = 1000, testPerClass: Int = 200, seed: UInt64 = 1
  ) throws(DatasetError) -> LabelledImages {
    let glyphs = Glyphs(classes: classes, seed: seed)
    return try LabelledImages(
      name: "Glyphs", train: Dataset(glyphs.images(perClass: trainPerClass, part: "train")),
      test: Dataset(glyphs.images(perClass: testPerClass, part: "test")),
      origin: .drawn(seed: seed))
  }
}
