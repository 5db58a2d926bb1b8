import CLCore

/// Random images of 6×5 pixels, `perClass` of each class in turn: 0, 1, 2, …, 0, 1, 2, …
func smallStore(
  classes: Int = 10, perClass: Int = 6, height: Int = 6, width: Int = 5, seed: UInt64 = 3
) throws -> ImageStore {
  var random = Random(seed: seed)
  let count = classes * perClass
  return try ImageStore(
    name: "small", height: height, width: width,
    pixels: (0..<count * height * width).map { _ in UInt8(random.below(256)) },
    labels: (0..<count).map { $0 % classes }, classNames: (0..<classes).map { "c\($0)" })
}

/// The same as a data set in two parts.
func smallImages(classes: Int = 10, preprocessing: Preprocessing = .unit) throws -> LabelledImages {
  try LabelledImages(
    name: "small",
    train: Dataset(smallStore(classes: classes, seed: 3), preprocessing: preprocessing),
    test: Dataset(smallStore(classes: classes, perClass: 2, seed: 4), preprocessing: preprocessing),
    origin: .drawn(seed: 3))
}

extension Dataset {
  /// The images at some positions, [positions.count · inputSize].
  func gathered(_ positions: [Int]) -> [Real] {
    positions.flatMap { image(at: $0) }
  }
}
