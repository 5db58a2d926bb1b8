import Foundation

extension FigureOutput {
  /// The figure as the values that its run has left in `folder`; nil when one of them is not there or is of another
  /// version, and only the pictures tell what it showed.
  func values(in folder: URL) -> (still: Figure, motion: Animation?)? {
    func read(_ name: String) -> Data? { try? Data(contentsOf: folder.appending(path: name)) }
    guard let still = read("\(name).json").flatMap({ try? Figure(json: $0) }) else { return nil }
    let frames = "\(name).frames.json"
    guard files.contains(frames) else { return (still, nil) }
    guard let motion = read(frames).flatMap({ try? Animation(json: $0) }) else { return nil }
    return (still, motion)
  }

  /// The figure shown by pictures of today: by those in `folder` if they are, else they are drawn. Where they cannot
  /// be, for want of gnuplot, those of the run show it, and `warn` is told what to install.
  ///
  /// - Parameter folder: where the run has left the figure as a value; a figure that it has not left there keeps its
  ///   pictures.
  /// - Throws: ``FigureError`` as ``Gnuplot/render(_:named:in:format:)`` does, and what `warn` throws.
  package func pictured(
    in folder: URL, with program: Program = Program(), warn: (String) throws -> Void
  ) throws -> FigureOutput {
    guard let (still, motion) = values(in: folder) else { return self }
    do throws(FigureError) {
      let files = try Pictures(still, motion, named: name).made(in: folder, with: program)
        .files
      return rewritten({ $0 }, files: files)
    } catch {
      guard error.problem.isForWantOfTools else { throw error }
      try warn("Figures stay as their run has left them: \(error.explanation)")
      return self
    }
  }
}

extension Record {
  /// The record with each of its figures as ``FigureOutput/pictured(in:with:warn:)`` shows it.
  /// - Parameter warn: is told once what is missing to draw.
  /// - Throws: ``FigureError``, and what `warn` throws.
  package func pictured(in folder: URL, warn: (String) throws -> Void) throws -> Record {
    var record = self
    var warned: Set<String> = []
    for (index, taken) in cells.enumerated() {
      record.cells[index].outputs = try taken.outputs.map { output in
        guard case .figure(let figure) = output else { return output }
        return .figure(
          try figure.pictured(in: folder) { problem in
            if warned.insert(problem).inserted { try warn(problem) }
          })
      }
    }
    return record
  }
}
