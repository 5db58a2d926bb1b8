import Foundation

extension LabelledImages {
  /// Images of one's own: a folder with a folder for each class, which holds PNG files of one size; colours become
  /// grey. Where there are folders `train` and `test`, each has the folders of the classes; else one image in six of
  /// each class, at least one, is drawn for the test, the same ones each time.
  ///
  /// A class is named as its folder; labels follow the order of the names, numbers in them counted.
  ///
  /// - Throws: `DatasetError.folder` that says which file or folder is not as it should be, and what to do.
  public static func folder(_ path: String) throws(DatasetError) -> LabelledImages {
    let name = URL(filePath: path).lastPathComponent
    let parts = try ImageFolder.folders(in: path)
    let (train, test): ([ImageFolder], [ImageFolder])
    if parts.contains("train") && parts.contains("test") {
      train = try ImageFolder.classes(in: path + "/train")
      test = try ImageFolder.classes(in: path + "/test")
      guard train.map(\.name) == test.map(\.name) else {
        throw .folder(
          path, "train and test do not have the same classes. Give each class a folder in both")
      }
    } else {
      var random = Random(seed: 0, "test images")
      let halves = try ImageFolder.classes(in: path).map { (all) throws(DatasetError) in
        try all.divided(&random)
      }
      (train, test) = (halves.map(\.train), halves.map(\.test))
    }
    var size: (file: String, height: Int, width: Int)?
    return try LabelledImages(
      name: name, train: Dataset(try ImageFolder.store(train, name, &size)),
      test: Dataset(try ImageFolder.store(test, name, &size)), origin: .files(folder: path))
  }
}

/// The images of one class.
private struct ImageFolder {
  let name: String
  /// The paths of its files.
  var files: [String]

  static func folders(in path: String) throws(DatasetError) -> [String] {
    guard let names = DatasetFolder(path: path).names else {
      throw .folder(path, "it is no folder that can be read")
    }
    return inOrder(
      names.filter { $0 != "__MACOSX" && DatasetFolder(path: "\(path)/\($0)").isThere })
  }

  /// Names as people order them: 2 before 10.
  private static func inOrder(_ names: [String]) -> [String] {
    names.sorted { $0.compare($1, options: .numeric) == .orderedAscending }
  }

  static func classes(in path: String) throws(DatasetError) -> [ImageFolder] {
    let names = try folders(in: path)
    guard names.count > 1 else {
      throw .folder(
        path, "it has \(names.count) folders. It needs one for each class, two at least")
    }
    return try names.map { (name) throws(DatasetError) in
      let folder = "\(path)/\(name)"
      let all = DatasetFolder(path: folder).names ?? []
      let images = inOrder(all.filter { $0.lowercased().hasSuffix(".png") })
      guard !images.isEmpty else {
        let there = all.first.map { "such as \($0); " } ?? ""
        throw .folder(folder, "it has no PNG file, \(there)convert the images to PNG")
      }
      return ImageFolder(name: name, files: images.map { "\(folder)/\($0)" })
    }
  }

  /// Some of them to learn from, and some drawn for the test.
  func divided(
    _ random: inout Random
  ) throws(DatasetError) -> (train: ImageFolder, test: ImageFolder) {
    guard files.count > 1 else {
      throw .folder(files[0], "it is the only image of its class: one is needed for the test")
    }
    let tested = Set(random.permutation(files.count).prefix(max(1, files.count / 6)))
    let places = files.indices
    return (
      ImageFolder(name: name, files: places.filter { !tested.contains($0) }.map { files[$0] }),
      ImageFolder(name: name, files: places.filter(tested.contains).map { files[$0] })
    )
  }

  /// All images, which have the size of the first one met.
  static func store(
    _ classes: [ImageFolder], _ name: String,
    _ size: inout (file: String, height: Int, width: Int)?
  ) throws(DatasetError) -> ImageStore {
    var (pixels, labels): ([UInt8], [Int]) = ([], [])
    for (label, one) in classes.enumerated() {
      for file in one.files {
        let image = try read(file)
        let known = size ?? (file, image.height, image.width)
        guard (image.height, image.width) == (known.height, known.width) else {
          throw .folder(
            file,
            "it has \(image.height)×\(image.width) pixels, \(known.file) has \(known.height)×\(known.width). "
              + "Bring all images to one size")
        }
        size = known
        pixels += image.pixels
        labels.append(label)
      }
    }
    return try ImageStore(
      name: name, height: size?.height ?? 0, width: size?.width ?? 0, pixels: pixels,
      labels: labels, classNames: classes.map(\.name))
  }

  private static func read(_ file: String) throws(DatasetError) -> GreyPNG {
    guard let bytes = FileManager.default.contents(atPath: file) else {
      throw .folder(file, "it cannot be read")
    }
    do {
      return try GreyPNG(Array(bytes))
    } catch {
      throw .folder(file, "it is no whole PNG image (\(error.words))")
    }
  }
}
