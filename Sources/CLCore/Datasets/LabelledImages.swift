/// A data set as its authors publish it: images to train on and images to test on.
public struct LabelledImages: Sendable {
  /// Where images come from.
  public enum Origin: Sendable, Equatable {
    /// Read from files in this folder.
    case files(folder: String)
    /// Drawn by the program from this seed.
    case drawn(seed: UInt64)
  }

  /// What people call it, such as `"Fashion-MNIST"`.
  public let name: String
  /// The images to learn from.
  public let train: Dataset
  /// The images to be judged on.
  public let test: Dataset
  /// Where the images come from.
  public let origin: Origin
  /// What had to be said about finding them, such as that drawn images stand in for files.
  public let notice: String?

  /// The names of the classes, one a label.
  public var classNames: [String] { train.store.classNames }

  /// A data set in two parts of one kind.
  ///
  /// - Throws: `DatasetError.inconsistent` when the parts differ in image size or classes.
  public init(
    name: String, train: Dataset, test: Dataset, origin: Origin, notice: String? = nil
  ) throws(DatasetError) {
    guard train.height == test.height, train.width == test.width else {
      throw .inconsistent(
        name,
        "training images are \(train.height)×\(train.width), test images "
          + "\(test.height)×\(test.width)")
    }
    guard train.store.classNames == test.store.classNames else {
      throw .inconsistent(name, "training and test images have different classes")
    }
    self.init(unchecked: name, train, test, origin, notice)
  }

  private init(
    unchecked name: String, _ train: Dataset, _ test: Dataset, _ origin: Origin, _ notice: String?
  ) {
    self.name = name
    self.train = train
    self.test = test
    self.origin = origin
    self.notice = notice
  }

  /// Both parts with other preprocessing.
  public func preprocessed(_ preprocessing: Preprocessing) -> LabelledImages {
    LabelledImages(
      unchecked: name, train.preprocessed(preprocessing), test.preprocessed(preprocessing), origin,
      notice)
  }

  /// The same with something to be said about where it comes from.
  func announced(_ notice: String) -> LabelledImages {
    LabelledImages(unchecked: name, train, test, origin, notice)
  }
}

extension LabelledImages: CustomStringConvertible {
  /// Name, sizes and origin, fit for a terminal line or a caption.
  public var description: String {
    let source =
      switch origin {
      case .files(let folder): "from \(folder)"
      case .drawn(let seed): "drawn by the program, seed \(seed)"
      }
    return "\(name), \(train.count) training and \(test.count) test images, \(source)"
  }
}
