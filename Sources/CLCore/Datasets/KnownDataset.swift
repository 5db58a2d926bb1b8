/// A published data set of four IDX files, and how to tell it from others.
///
/// The file names do not tell: Fashion-MNIST took over those of MNIST. Checksums do.
public struct KnownDataset: Sendable, Equatable {
  /// One of the four files.
  public enum Part: String, Sendable, CaseIterable {
    /// Images to train on.
    case trainImages = "train-images-idx3-ubyte"
    /// Their labels.
    case trainLabels = "train-labels-idx1-ubyte"
    /// Images to test on.
    case testImages = "t10k-images-idx3-ubyte"
    /// Their labels.
    case testLabels = "t10k-labels-idx1-ubyte"

    /// The names under which the file is looked for. Within the published archive it is called
    /// `train-images.idx3-ubyte`, and this is what many programs unpack it to.
    var fileNames: [String] {
      [rawValue, rawValue.replacing("-idx", with: ".idx")].flatMap { [$0 + ".gz", $0] }
    }
  }

  /// What people call it.
  public let name: String
  /// The subfolder in which it is looked for, and what it is called on the command line and in files.
  public let folder: String
  /// What it is, in a line.
  public let idea: String
  /// The names of the classes, one a label.
  public let classNames: [String]
  /// CRC-32 of each uncompressed file, as published.
  public let checksums: [Part: UInt32]

  /// A data set that is looked for under `folder` and recognised by its checksums.
  public init(
    name: String, folder: String, idea: String = "", classNames: [String],
    checksums: [Part: UInt32]
  ) {
    self.name = name
    self.folder = folder
    self.idea = idea
    self.classNames = classNames
    self.checksums = checksums
  }

  /// The data sets that there are: `palimpsest datasets` lists them, `--data` takes them.
  public static let all = [mnist, fashionMNIST]
}
