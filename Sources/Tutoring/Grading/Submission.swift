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
    case refused(String)
  }

  /// The students' folders in `folder`, by name. Files, links and names that are no UTF-8 are left out, and told to
  /// `leftOut`; what begins with a point is not looked at.
  /// - Throws: ``ExerciseError`` when the folder cannot be read or holds none.
  package static func all(in folder: URL, leftOut: (String) -> Void = { _ in })
    throws(ExerciseError) -> [Submission]
  {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
      throw ExerciseError(
        "\(folder.path) cannot be read: SUBMISSIONS=folder, with one folder a student")
    }
    var found: [String] = []
    for name in names.sorted() where !name.hasPrefix(".") {
      if kind(folder.appendingPathComponent(name)) == S_IFDIR {
        found.append(name)
      } else {
        leftOut(name)
      }
    }
    guard !found.isEmpty else {
      throw ExerciseError("\(folder.path) holds no folder: one a student")
    }
    return found.map { Submission(student: $0, folder: folder.appendingPathComponent($0)) }
  }

  /// The student's file for `exercise`, in `student/02-ewc/` or `student/workbook/02-ewc/`. Nothing is followed out of the folder.
  package func paper(_ exercise: ExerciseFolder) -> Paper {
    for place in [exercise.file, "workbook/\(exercise.file)"] {
      var path = folder
      for part in place.split(separator: "/") {
        path.appendPathComponent(String(part))
        if Self.kind(path) == S_IFLNK {
          return .refused("\(place) is a symbolic link; a submission holds the file itself.")
        }
      }
      switch Self.kind(path) {
      case nil: continue
      case S_IFREG: return Self.read(path, place)
      default: return .refused("\(place) is no file.")
      }
    }
    return .missing
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
  private static func kind(_ url: URL) -> mode_t? {
    var status = stat()
    return lstat(url.path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }
}
