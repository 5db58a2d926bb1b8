import Foundation

/// What a student has handed in: a folder that holds a workbook's files.
package struct Submission: Sendable {
  /// The folder's name.
  package let student: String
  private let folder: URL

  /// What was handed in for one exercise.
  package enum Paper: Equatable, Sendable {
    case text(Data)
    case missing
    /// Not where it belongs; what there is instead.
    case elsewhere(String)
    case refused(String)
  }

  /// The students' folders in `folder`, by name. What is no student's folder is left out, and told to `leftOut` with
  /// the reason; what begins with a point, or is made by systems and archivers, is not looked at.
  /// - Parameter chapters: the names of the chapters' folders in a workbook.
  /// - Throws: ``ExerciseError`` when the folder cannot be read or holds no student's folder.
  package static func all(
    in folder: URL, chapters: Set<String> = [],
    leftOut: (_ name: String, _ reason: String) -> Void = { _, _ in }
  ) throws(ExerciseError) -> [Submission] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
      throw ExerciseError(
        "\(folder.path) cannot be read: SUBMISSIONS=folder, with one folder per student")
    }
    var found: [String] = []
    var archives = 0
    var parts = 0
    for name in names.sorted() where !SubmissionShape.isPassedOver(name) {
      if kind(folder.appendingPathComponent(name)) != S_IFDIR {
        let isArchive = SubmissionShape.isArchive(name)
        archives += isArchive ? 1 : 0
        leftOut(
          name,
          isArchive
            ? "it is an archive: unpack it first, into a folder of the student's name"
            : "it is no folder or its name is no UTF-8")
      } else if chapters.contains(name) || name == "workbook" {
        parts += 1
        leftOut(name, "it is a part of a workbook and no student")
      } else {
        found.append(name)
      }
    }
    guard !found.isEmpty else {
      let why =
        parts > 0
        ? "It looks like one student's workbook: name the folder that holds the students' folders."
        : archives > 0 ? "Unpack the archives first, each into a folder of the student's name." : ""
      throw ExerciseError("\(folder.path) holds no folder of a student. \(why)".trimmed)
    }
    return found.map { Submission(student: $0, folder: folder.appendingPathComponent($0)) }
  }

  /// The student's file for `exercise`, in `student/02-ewc/` or `student/workbook/02-ewc/`, or in one more folder around
  /// them. Nothing is followed out of the folder.
  package func paper(_ exercise: ExerciseFolder) -> Paper {
    let places = [exercise.file, "workbook/\(exercise.file)"]
    for place in places {
      if let paper = paper(at: place) { return paper }
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let wrapped = names.sorted().filter { !SubmissionShape.isPassedOver($0) && $0 != "workbook" }
      .flatMap {
        name in places.map { "\(name)/\($0)" }
      }.compactMap { place in paper(at: place).map { (place, $0) } }
    if wrapped.count > 1 {
      let all = wrapped.map(\.0).joined(separator: ", ")
      return .elsewhere("Handed in more than once: \(all). Leave the one that counts.")
    }
    return wrapped.first?.1 ?? SubmissionShape.strayed(exercise, in: folder).map(Paper.elsewhere)
      ?? .missing
  }

  /// What lies at `place` of the student's folder; nil when nothing does.
  private func paper(at place: String) -> Paper? {
    var path = folder
    for part in place.split(separator: "/") {
      path.appendPathComponent(String(part))
      if Self.kind(path) == S_IFLNK {
        return .refused("\(place) is a symbolic link; a submission holds the file itself.")
      }
    }
    return switch Self.kind(path) {
    case nil: nil
    case S_IFREG: Self.read(path, place)
    default: .refused("\(place) is no file.")
    }
  }

  private static func read(_ path: URL, _ place: String) -> Paper {
    let file = open(path.path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { return .refused("\(place) cannot be read.") }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    let most = 1 << 18
    guard let data = try? handle.read(upToCount: most + 1) ?? Data() else {
      return .refused("\(place) cannot be read.")
    }
    guard data.count <= most else { return .refused("\(place) is longer than 256 kB.") }
    guard String(data: data, encoding: .utf8) != nil, !data.contains(0) else {
      return .refused("\(place) is no text in UTF-8.")
    }
    return .text(data)
  }

  /// What lies there, a link not followed.
  static func kind(_ url: URL) -> mode_t? {
    var status = stat()
    return lstat(url.path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }
}
