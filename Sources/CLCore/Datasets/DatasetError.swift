/// Why a data set could not be had.
public enum DatasetError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The parts of a data set contradict each other: its name, and how.
  case inconsistent(String, String)
  /// `$PALIMPSEST_DATA` names something that is not a folder.
  case noFolder(String)
  /// Some of a data set's four files are in a folder, and this one is not.
  case missingFile(folder: String, file: String)
  /// A file is whole, but it is not the one that the data set's authors published.
  case checksum(file: String, dataset: String, expected: UInt32, found: UInt32)
  /// A file of the data set could not be read.
  case unreadable(IDXError)
  /// A folder of images, or a file in it, is not as it should be: which, and why.
  case folder(String, String)
  /// An archive of the data set could not be read.
  case unreadableArchive(ArchiveError)

  /// What is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .inconsistent(let name, let how):
      "\(name): \(how). Check that images and labels come from the same release."
    case .noFolder(let path):
      "PALIMPSEST_DATA is “\(path)”, which is not a folder. "
        + "Set it to the folder that holds the data sets, or unset it."
    case .missingFile(let folder, let file):
      "\(folder) holds a part of a data set, but not \(file). "
        + "Put the missing file there, compressed or not, or remove the others."
    case .checksum(let file, let dataset, let expected, let found):
      "\(file) is not the file of \(dataset): the CRC-32 of its content is \(hex(found)), "
        + "published is \(hex(expected)). \(origin(of: found)) Put the published file in its place: "
        + "`make data` fetches it."
    case .unreadable(let error):
      error.description
    case .folder(let path, let why):
      "\(path): \(why)."
    case .unreadableArchive(let error):
      error.description
    }
  }
}

/// Whose file it is that has this checksum, as far as the book knows.
private func origin(of sum: UInt32) -> String {
  for dataset in KnownDataset.all {
    if let part = KnownDataset.Part.allCases.first(where: { dataset.checksums[$0] == sum }) {
      return "It is \(dataset.name)'s \(part.rawValue)."
    }
  }
  return
    "It is damaged, or of another data set: others, such as KMNIST, have files of the same names."
}

/// A checksum as people write it: eight digits.
private func hex(_ sum: UInt32) -> String {
  let digits = String(sum, radix: 16)
  return String(repeating: "0", count: 8 - digits.count) + digits
}
