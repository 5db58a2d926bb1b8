import Foundation
import Hashing

/// The code from which a chapter's results come: what may change when a result does.
///
/// That is all of `Theta`, `CLCore` and `CKernels` with the system libraries they call, what the chapters share, the
/// chapter's other files, and of its `main.swift` the code up to the block in question. Prose, comments on
/// lines of their own and the drawing of figures are not in it.
package struct ChapterSources: Sendable {
  private let tree: SourceTree
  private let code: ChapterCode
  private let files: String
  /// The files of `Figures` folders on which blocks may depend all the same: none, if all is well.
  package let figuresInBlocks: [String]

  /// The sources of the chapter whose `main.swift` is at `source` in the package at `root`.
  /// - Throws: ``SourceError`` when one cannot be read.
  package init(root: URL, source: String) throws(SourceError) {
    self.init(try SourceTree(root: root, source: source))
  }

  package init(_ tree: SourceTree) {
    self.tree = tree
    let main = "\(tree.chapter)/main.swift"
    let all = tree.paths(below: "Chapters/Book", tree.chapter).filter { $0 != main }
    let chapter = all.filter { !$0.contains("/Figures/") }
    let lexed = chapter.map { CodeText(tree.text($0)) }
    let figures = all.filter { $0.contains("/Figures/") }
    // What the chapters share cannot know the lesson of one of them.
    let others = zip(chapter, lexed).filter { $0.0.hasPrefix(tree.chapter) }.map(\.1)
    code = ChapterCode(
      tree.text(main), beside: others + figures.map { CodeText(tree.text($0)) },
      holdsObjects: lexed.contains { $0.lines.contains(where: \.declaresClass) })
    // Of Lessons only what can reach into a block.
    let library =
      tree.paths(
        below: "Sources/Theta", "Sources/CLCore", "Sources/CKernels", "Sources/COneDNN",
        "Sources/CZlib",
        "Sources/CZip", "Sources/CPNG")
      + ["Sources/Lessons/Pages/Profile.swift", "Sources/Lessons/Pages/SideBySide.swift"]
      + ["Packed", "PackedEncoder", "PackedDecoder"].map { "Sources/Lessons/Cache/\($0).swift" }
      + ["Package.swift"]
    let texts = (library + chapter).map { path in
      path.hasSuffix(".swift") && path != "Package.swift"
        ? CodeText.text(of: tree.text(path)) : tree.text(path)
    }
    let words = lexed.reduce(into: code.words) { $0.formUnion($1.words) }
    let used = FigureCode.used(of: figures.map { FigureCode($0, tree.text($0)) }, by: words) {
      name in
      (library + all + [main]).contains { tree.file($0, contains: "protocol \(name)") }
    }
    figuresInBlocks = used.map(\.path)
    let named = zip(library + chapter, texts).map { "\($0) \(SHA256.hex(of: $1))" }
    let drawn = used.map { "\($0.path) \(SHA256.hex(of: $0.text))" }.sorted()
    files = SHA256.hex(of: (named + drawn).joined(separator: "\n"))
  }

  /// What tells the code of a block in the cell `id` from any other, 64 digits.
  package func hash(ofBlocksIn id: String) -> String {
    SHA256.hex(of: files + "\n" + code.text(upTo: id))
  }

  /// What tells the code of the whole chapter from any other, its figures included and its prose not,
  /// 64 digits: a ``Record`` with another ``Record/fingerprint`` is of other code.
  package var fingerprint: String {
    let shown = tree.paths(below: "Chapters/Book", tree.chapter)
      .map { CodeText.text(of: tree.text($0)) }
    return SHA256.hex(of: ([files] + shown).joined(separator: "\n"))
  }
}
