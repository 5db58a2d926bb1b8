import Foundation

/// A folder that may hold the files of a data set.
struct DatasetFolder {
  let path: String

  /// Whether there is a folder at the path.
  var isThere: Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Whether a file of this name is there.
  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }

  /// The file of a part, if it is there: in the folder itself, or in one of the file's own name, as some programs
  /// unpack it.
  func file(_ part: KnownDataset.Part) -> String? {
    ([path] + part.fileNames.map { path + "/" + $0 }).lazy
      .flatMap { folder in part.fileNames.map { folder + "/" + $0 } }
      .first { FileManager.default.fileExists(atPath: $0) && !DatasetFolder(path: $0).isThere }
  }

  /// Whether one of the four files is there, of whatever data set.
  var hasFiles: Bool { KnownDataset.Part.allCases.contains { file($0) != nil } }

  /// Whether `wanted` should be loaded from here: it holds files under the names in question,
  /// and they are not those of another data set that is known.
  func holds(_ wanted: KnownDataset) throws(DatasetError) -> Bool {
    guard hasFiles else { return false }
    let known = try known()
    return known == nil || known?.name == wanted.name
  }

  /// The data set whose files these are, if the book knows it.
  func known() throws(DatasetError) -> KnownDataset? {
    // The smallest of the four files distinguishes data sets as well as the largest.
    let sum = try read(.testLabels, rank: 1).checksum
    return KnownDataset.all.first { $0.checksums[.testLabels] == sum }
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

/// What is said of a folder in which files were not found.
extension DatasetFolder {
  /// The names in the folder, sorted, hidden ones left out; nil when there is no such folder or it cannot be read.
  var names: [String]? {
    (try? FileManager.default.contentsOfDirectory(atPath: path))?
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  /// What is there, in a clause.
  var account: String {
    guard let names else {
      let isThere = FileManager.default.fileExists(atPath: path)
      return isThere ? "\(path) cannot be read" : "\(path) is not there"
    }
    if hasFiles, let known = try? known() { return "\(path) holds the files of \(known.name)" }
    if names.isEmpty { return "\(path) is empty" }
    let most = 8
    // A name may be anything, and is written to a terminal.
    let shown = names.prefix(most).map { name in
      String(
        name.map {
          $0.unicodeScalars.contains { $0.properties.generalCategory == .control } ? "?" : $0
        })
    }
    let more = names.count > most ? " and \(names.count - most) more" : ""
    return "\(path) holds \(shown.joined(separator: ", "))\(more)"
  }
}
