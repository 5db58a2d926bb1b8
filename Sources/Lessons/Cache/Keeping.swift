import Foundation

/// How one run of a chapter keeps the results of its blocks.
package struct Keeping {
  var keys: BlockKeys
  let cache: ResultCache
  /// What tells the chapter's code from any other.
  let fingerprint: String

  /// Keeps results below `folder`, under names that tell the code of `sources`, the profile and the machine.
  package init(
    _ sources: ChapterSources, profile: Profile, folder: URL,
    machine: String = Machine.description
  ) {
    keys = BlockKeys(sources, profile: profile, machine: machine)
    cache = ResultCache(folder: folder)
    fingerprint = sources.fingerprint
  }

  /// What a chapter may keep on the disk; the results of all seven take less than a tenth of it.
  static let room = 1 << 29
}

extension Keeping {
  /// How a run of the program at `program` keeps its results, or why it does not: only a program that comes
  /// from the sources on disk can say what its results depend on.
  static func begin(_ place: ChapterPlace, _ profile: Profile, folder: URL, program: URL?) throws
    -> (keeping: Keeping?, doubt: String?)
  {
    let tree = try SourceTree(root: place.root, source: place.name)
    let doubt = program.map { BuildStamp.doubt(about: $0, from: tree) } ?? "the program has no file"
    guard let doubt else {
      let kept = folder.appending(path: ".results")
      return (Keeping(ChapterSources(tree), profile: profile, folder: kept), nil)
    }
    return (nil, doubt)
  }
}
