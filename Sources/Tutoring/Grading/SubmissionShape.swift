import Foundation

/// The shapes in which students and learning platforms hand in, beside the one that is asked for.
enum SubmissionShape {
  /// Whether a folder's entry is nobody's work: hidden, or made by a system or an archiver.
  static func isPassedOver(_ name: String) -> Bool {
    name.hasPrefix(".")
      || ["__MACOSX", "@eaDir", "lost+found", "$RECYCLE.BIN", "System Volume Information"]
        .contains(name)
  }

  static func isArchive(_ name: String) -> Bool {
    ["zip", "gz", "tgz", "tar", "bz2", "xz", "7z", "rar", "zst"].contains {
      name.lowercased().hasSuffix("." + $0)
    }
  }

  /// What is said when a file like that of `exercise`, or an archive that may hold it, lies somewhere else in a
  /// student's folder; nil when there is none.
  static func strayed(_ exercise: ExerciseFolder, in folder: URL) -> String? {
    let files = files(in: folder)
    let alike = files.filter { isAlike($0, exercise.name) }
    if !alike.isEmpty {
      return
        "Not handed in where it belongs: there is \(listed(alike)), asked for is \(exercise.file)."
    }
    let archives = files.filter(isArchive)
    return archives.isEmpty
      ? nil : "Not handed in: there is \(listed(archives)), to be unpacked first."
  }

  private static func listed(_ files: [String]) -> String {
    files.prefix(3).joined(separator: ", ")
      + (files.count > 3 ? " and \(files.count - 3) more" : "")
  }

  /// Whether the name of `file` is that of the exercise but for case, hyphens, the number of a copy, a second ending or what
  /// a platform puts before it: `Fisher.swift`, `fisher (1).swift`, `fisher.swift.txt`, `zoe_12_345_fisher.swift`.
  private static func isAlike(_ file: String, _ exercise: String) -> Bool {
    func letters(_ text: some StringProtocol) -> String {
      text.lowercased().filter { $0.isLetter || $0.isNumber }
    }
    let stem = (file.split(separator: "/").last ?? "").prefix { $0 != "." }
    let own = stem.replacing(/(?i)([ _-]*(\(\d+\)|copy|\d+))+$/, with: "")
    return letters(own) == letters(exercise) || own.lowercased().hasSuffix("_" + exercise)
  }

  /// The files below a folder, a few levels deep and the first of very many; links are not followed.
  private static func files(in folder: URL) -> [String] {
    var found: [String] = []
    var looked = 0
    func look(_ place: String, _ depth: Int) {
      let here = place.isEmpty ? folder : folder.appendingPathComponent(place)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: here.path)) ?? []
      for name in names.sorted() where !isPassedOver(name) && looked < 2000 {
        looked += 1
        let path = place.isEmpty ? name : "\(place)/\(name)"
        switch Submission.kind(folder.appendingPathComponent(path)) {
        case S_IFREG: found.append(path)
        case S_IFDIR where depth > 0: look(path, depth - 1)
        default: break
        }
      }
    }
    look("", 4)
    return found
  }
}
