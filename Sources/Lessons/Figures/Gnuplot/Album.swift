import Foundation

extension Gnuplot {
  /// Draws `figure` once in each of `formats`, as `name-slide-dark.svg` and so on, and `motion`, if it moves,
  /// as `name-slide-dark.gif`, but not on paper. All scripts read the same data, `name.dat`.
  ///
  /// All of them are made before any is renamed into place.
  /// - Returns: the names of the files in `folder`.
  /// - Throws: `FigureError`, as `render` does.
  package static func album(
    _ figure: Figure, _ motion: Animation? = nil, named name: String, in folder: URL,
    formats: [Format] = Format.forLectures
  ) throws(FigureError) -> [String] {
    try check(figure, named: name)
    if let motion { try check(motion, named: name) }
    return try Workshop.work(on: name, in: folder) { workshop throws(FigureError) in
      var files: [String] = []
      for format in formats {
        let picture = "\(name)-\(format.title)"
        let still = Drawing(
          figure, named: Names(script: picture, data: name, picture: picture), format: format)
        try workshop.make(still, of: figure, with: Program())
        files += still.files
        guard let motion, format.name != Format.paper.name else { continue }
        let moving = Drawing(
          motion,
          named: Names(script: "\(picture).frames", data: "\(name).frames", picture: picture),
          format: format)
        try workshop.make(moving, of: figure, with: Program())
        files += moving.files
      }
      return Array(Set(files)).sorted()
    }
  }
}
