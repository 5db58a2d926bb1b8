/// Omniglot (Lake, Salakhutdinov & Tenenbaum 2015): handwritten characters of many alphabets, each drawn once by
/// each of 20 people. Many classes and few images of each is what learning from few images is tried on.
///
/// The archives are read as they are published, with PNG images of 105×105 pixels, black on white. They become
/// 28×28, ink 255 on 0: each pixel the mean of the area that it covers. A class is a character. For classes
/// turned by quarters see `FewShot`.
///
/// Unlike Vinyals et al. (2016) and Finn, Abbeel & Levine (2017), who take 1,200 characters to learn from and the
/// others to be judged on whatever their alphabets, the two parts have no alphabet in common.
public struct Omniglot: Sendable {
  /// Characters to learn from.
  public let background: Dataset
  /// Characters to be judged on, of other alphabets.
  public let evaluation: Dataset
  /// The folder and the two archives that were read, for captions.
  public let source: String

  /// Two archives that belong together.
  private static let pairs = [
    ["images_background.zip", "images_evaluation.zip"],
    ["images_background_small1.zip", "images_background_small2.zip"],
  ]

  /// The pixels of a side, once made smaller.
  public static let side = 28

  /// Reads the archives of a folder; `nil` when it has none of them.
  ///
  /// Those of all 50 alphabets, `images_background.zip` (30) and `images_evaluation.zip` (20), come before the
  /// two small ones of 5 each, `images_background_small1.zip` and `…small2.zip`. These have alphabets in common,
  /// which are learnt from.
  ///
  /// - Throws: `DatasetError.missingFile` when one archive of two is there, `.unreadableArchive` when one is
  ///   damaged or not of Omniglot.
  init?(folder: DatasetFolder) throws(DatasetError) {
    guard let names = Self.pairs.first(where: { $0.contains(where: folder.has) }) else {
      return nil
    }
    for name in names where !folder.has(name) {
      throw .missingFile(folder: folder.path, file: name)
    }
    var parts: [[OmniglotCharacter]] = []
    for name in names {
      do {
        parts.append(try OmniglotCharacter.all(in: folder.path + "/" + name))
      } catch {
        throw .unreadableArchive(error)
      }
    }
    let learnt = Set(parts[0].map(\.alphabet))
    background = try Self.dataset(parts[0])
    evaluation = try Self.dataset(parts[1].filter { !learnt.contains($0.alphabet) })
    source = "\(names[0]) and \(names[1]) in \(folder.path)"
  }

  private static func dataset(_ characters: [OmniglotCharacter]) throws(DatasetError) -> Dataset {
    Dataset(
      try ImageStore(
        name: "Omniglot", height: side, width: side, pixels: characters.flatMap(\.pixels),
        labels: characters.enumerated().flatMap { label, character in
          [Int](repeating: label, count: character.pixels.count / (side * side))
        },
        classNames: characters.map { "\($0.alphabet) \($0.name)" }))
  }
}

extension DatasetSearch {
  /// Reads Omniglot from the first folder that has its archives, looking into subfolders `omniglot` first; `nil`
  /// when none has.
  ///
  /// - Throws: `DatasetError` when an archive is missing, damaged, or not of Omniglot.
  public func omniglot() throws(DatasetError) -> Omniglot? {
    for root in roots {
      for path in [root + "/omniglot", root] {
        if let found = try Omniglot(folder: DatasetFolder(path: path)) { return found }
      }
    }
    return nil
  }
}
