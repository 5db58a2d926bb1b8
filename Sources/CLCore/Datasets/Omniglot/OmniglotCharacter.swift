/// A character of Omniglot with all its drawings.
struct OmniglotCharacter {
  let alphabet: String
  let name: String
  /// [drawings, 28, 28], ink 255 on 0.
  private(set) var pixels: [UInt8] = []

  /// Pixels of a side, as published.
  private static let publishedSide = 105
  /// Bytes of a drawing's file, at most; the published ones have some hundreds.
  private static let limit = 1 << 16

  /// All characters in an archive, in the order of their names; drawings too.
  static func all(in file: String) throws(ArchiveError) -> [OmniglotCharacter] {
    let archive = try ZipArchive(file)
    let shrink = Shrinking(from: publishedSide, to: Omniglot.side)
    var found: [OmniglotCharacter] = []
    for (path, index) in drawings(archive.names) {
      if found.last?.alphabet != path[0] || found.last?.name != path[1] {
        found.append(OmniglotCharacter(alphabet: path[0], name: path[1]))
      }
      let image: GreyPNG
      do {
        image = try GreyPNG(archive.content(index, limit: limit), side: publishedSide)
      } catch let error as ArchiveError {
        throw error
      } catch {
        throw archive.failure(index, .notPNG((error as? GreyPNG.Failure)?.words ?? "\(error)"))
      }
      guard image.height == publishedSide, image.width == publishedSide else {
        throw archive.failure(
          index,
          .wrongSize(height: image.height, width: image.width, expected: publishedSide))
      }
      found[found.count - 1].pixels += shrink(image.pixels.map { 255 - $0 })
    }
    guard !found.isEmpty else { throw ArchiveError(file: file, problem: .noDrawings) }
    return found
  }

  /// The entries that are drawings: alphabet, character and file, sorted by these, with their places.
  private static func drawings(_ names: [String]) -> [(path: [String], index: Int)] {
    names.enumerated().compactMap { index, name in
      let path = name.split(separator: "/").map(String.init)
      // Packed on a Mac an archive has "__MACOSX/…/._0108_01.png" beside each file.
      guard path.count == 4, name.hasSuffix(".png"), !path[3].hasPrefix(".") else { return nil }
      return (Array(path.dropFirst()), index)
    }.sorted { $0.path.lexicographicallyPrecedes($1.path) }
  }
}
