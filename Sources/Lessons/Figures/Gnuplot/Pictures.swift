import Foundation
import Hashing

/// The pictures of a figure that are wanted, laid out to the last letter of their scripts. They are drawn when they
/// are asked for, and not again while those that are there carry the same mark.
package struct Pictures {
  let name: String
  /// What stands still.
  let figure: Figure
  private let drawings: [Drawing]
  /// The values from which the pictures can be drawn again, each as a file; none when they lie elsewhere.
  private let values: [(file: String, bytes: Data)]
  private let origin: String

  /// `figure` as `name.svg`, `.png` and `.pdf` in one format, and `motion`, of which it then is the still frame, as
  /// `name.gif`; both also as values, `name.json` and `name.frames.json`.
  /// - Throws: `FigureError` when it cannot be drawn or has no plain name.
  package init(
    _ figure: Figure, _ motion: Animation? = nil, named name: String, format: Format = .page
  ) throws(FigureError) {
    let moving = Names(script: "\(name).frames", data: "\(name).frames", picture: name)
    try self.init(
      figure, motion, named: name, stills: [(Names(name), format)], moving: [(moving, format)])
  }

  /// `motion` and its still frame.
  /// - Throws: `FigureError` when it cannot be drawn or has no plain name.
  package init(_ motion: Animation, named name: String, format: Format = .page) throws(FigureError)
  {
    try Gnuplot.check(motion, named: name)
    try self.init(motion.frames[motion.still], motion, named: name, format: format)
  }

  /// `figure` once in each of `formats`, as `name-slide-dark.svg` and so on, and `motion` in those that are not
  /// for paper. All scripts read the same data, `name.dat`; the values are left where they came from.
  /// - Throws: `FigureError` when it cannot be drawn or has no plain name.
  package init(
    album figure: Figure, _ motion: Animation? = nil, named name: String, formats: [Format]
  ) throws(FigureError) {
    let stills = formats.map { format in
      let picture = "\(name)-\(format.title)"
      return (Names(script: picture, data: name, picture: picture), format)
    }
    let moving = stills.filter { $1.name != Format.paper.name }.map { names, format in
      let script = "\(names.picture).frames"
      return (Names(script: script, data: "\(name).frames", picture: names.picture), format)
    }
    try self.init(
      figure, motion, named: name, stills: stills, moving: moving, areValuesKept: false)
  }

  private init(
    _ figure: Figure, _ motion: Animation?, named name: String, stills: [(Names, Format)],
    moving: [(Names, Format)], areValuesKept: Bool = true
  ) throws(FigureError) {
    if let motion { try Gnuplot.check(motion, named: name) }
    let figure = motion.map { $0.steady.frames[$0.still] } ?? figure
    try Gnuplot.check(figure, named: name)
    self.name = name
    self.figure = figure
    drawings =
      stills.map { Drawing(figure, named: $0, format: $1) }
      + (motion.map { motion in moving.map { Drawing(motion, named: $0, format: $1) } } ?? [])
    let own: [(file: String, bytes: Data)]
    do {
      let still = ("\(name).json", try figure.json())
      own = [still] + (try motion.map { [("\(name).frames.json", try $0.json())] } ?? [])
    } catch {
      throw FigureError(figure: name, problem: .invalid("it cannot be written as JSON: \(error)"))
    }
    values = areValuesKept ? own : []
    var parts = own.map(\.bytes)
    var told: Set<String> = []
    for drawing in drawings {
      parts.append(Data(drawing.script.utf8))
      parts.append(Data(Picture.specimen(of: figure, in: drawing.canvas.format).utf8))
      guard told.insert(drawing.names.data).inserted else { continue }
      parts += [Data(drawing.data.utf8), drawing.images]
    }
    origin = SHA256.hex(of: Data(parts.map { SHA256.hex(of: $0) }.joined().utf8))
  }
}

extension Pictures {
  /// The pictures in `folder` if they are of today: of these values, scripts and data, of this gnuplot and its
  /// fonts, and whole. Without gnuplot, which could not draw others, any gnuplot's will do.
  package func found(in folder: URL) -> RenderedFigure? {
    guard let mark = Imprint(of: name, in: folder), mark.origin == origin,
      tools.map({ $0 == mark.tools }) ?? true, mark.isWhole(in: folder)
    else { return nil }
    return rendered(files, in: folder, remarks: mark.remarks)
  }

  /// The pictures in `folder`: as they are there already if they are of today and not asked for afresh, else drawn.
  /// - Throws: `FigureError`, which names the figure and quotes gnuplot.
  package func made(in folder: URL, fresh: Bool = false, with program: Program = Program())
    throws(FigureError) -> RenderedFigure
  {
    if !fresh, let found = found(in: folder) { return found }
    return try draw(in: folder, with: program)
  }

  /// Draws the pictures into `folder`. All are made before any is renamed into place.
  /// - Throws: `FigureError`, which names the figure and quotes gnuplot.
  package func draw(in folder: URL, with program: Program = Program()) throws(FigureError)
    -> RenderedFigure
  {
    var remarks: [String] = []
    try Workshop.work(on: name, in: folder) { workshop throws(FigureError) in
      for drawing in drawings {
        let said = try workshop.make(drawing, of: figure, with: program)
        remarks += said.filter { !remarks.contains($0) }
      }
      for value in values { try workshop.write(value.bytes, to: value.file) }
      let lengths = try files.map { file throws(FigureError) in
        (file, try workshop.read(file).count)
      }
      let mark = Imprint(
        origin: origin, tools: tools ?? "",
        files: Dictionary(lengths) { first, _ in first }, remarks: remarks)
      try workshop.publish(files, as: mark)
    }
    return rendered(files, in: folder, remarks: remarks)
  }

  /// Writes the values alone, for want of gnuplot: they can be drawn later.
  /// - Throws: `FigureError` when they cannot be written.
  package func keep(in folder: URL) throws(FigureError) -> RenderedFigure {
    try Workshop.work(on: name, in: folder) { workshop throws(FigureError) in
      for value in values { try workshop.write(value.bytes, to: value.file) }
      try workshop.publish(values.map(\.file), as: nil)
    }
    return rendered(values.map(\.file), in: folder)
  }

  /// What would draw them now; nil without gnuplot.
  private var tools: String? { Gnuplot.tools(for: Set(drawings.map(\.canvas.format.font))) }

  /// The files, pictures first, each named once.
  private var files: [String] {
    var named: Set<String> = []
    return (drawings.flatMap(\.files) + values.map(\.file)).filter { named.insert($0).inserted }
  }

  private func rendered(_ files: [String], in folder: URL, remarks: [String] = [])
    -> RenderedFigure
  {
    RenderedFigure(
      name: name, folder: folder, figure: figure, notes: drawings.first?.notes ?? [],
      remarks: remarks, files: files)
  }
}
