import Foundation

/// A folder that may hold the files of a data set.
struct DatasetFolder {
  let path: String

  /// Whether a file of this name is there.
  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }

  /// The file of a part, if it is there.
  func file(_ part: KnownDataset.Part) -> String? {
    [".gz", ""].map { path + "/" + part.rawValue + $0 }
      .first { FileManager.default.fileExists(atPath: $0) }
  }

  /// Whether `wanted` should be loaded from here: it holds files under the names in question,
  /// and they are not those of another data set that is known.
  func holds(_ wanted: KnownDataset) throws(DatasetError) -> Bool {
    guard KnownDataset.Part.allCases.contains(where: { file($0) != nil }) else { return false }
    // The smallest of the four files tells data sets apart as well as the largest.
    let sum = try read(.testLabels, rank: 1).checksum
    return !KnownDataset.all.contains {
      $0.name != wanted.name && $0.checksums[.testLabels] == sum
    }
  }

  /// Reads all four files.
  func load(_ dataset: KnownDataset, verify: Bool) throws(DatasetError) -> LabelledImages {
    try LabelledImages(
      name: dataset.name,
      train: Dataset(store(dataset, .trainImages, .trainLabels, verify: verify)),
      test: Dataset(store(dataset, .testImages, .testLabels, verify: verify)),
      origin: .files(folder: path))
  }

  private func store(
    _ dataset: KnownDataset, _ imagePart: KnownDataset.Part, _ labelPart: KnownDataset.Part,
    verify: Bool
  ) throws(DatasetError) -> ImageStore {
    // Labels first: files of another data set are refused before the large one is read.
    let labels = try read(labelPart, rank: 1, of: verify ? dataset : nil)
    let images = try read(imagePart, rank: 3, of: verify ? dataset : nil)
    guard images.dimensions[0] == labels.dimensions[0] else {
      throw .inconsistent(
        path,
        "\(imagePart.rawValue) has \(images.dimensions[0]) images, \(labelPart.rawValue) has "
          + "\(labels.dimensions[0]) labels")
    }
    return try ImageStore(
      name: dataset.name, height: images.dimensions[1], width: images.dimensions[2],
      pixels: images.elements, labels: labels.elements.map(Int.init),
      classNames: dataset.classNames, checksum: images.checksum ^ labels.checksum)
  }

  /// Reads one file, and compares its checksum with that of `dataset` unless that is nil.
  private func read(
    _ part: KnownDataset.Part, rank: Int, of dataset: KnownDataset? = nil
  ) throws(DatasetError) -> IDX {
    guard let file = file(part) else {
      throw .missingFile(folder: path, file: part.rawValue)
    }
    let array: IDX
    do {
      array = try IDX(file: file, rank: rank)
    } catch {
      throw .unreadable(error)
    }
    if let dataset, let expected = dataset.checksums[part], expected != array.checksum {
      throw .checksum(
        file: file, dataset: dataset.name, expected: expected, found: array.checksum)
    }
    return array
  }
}
