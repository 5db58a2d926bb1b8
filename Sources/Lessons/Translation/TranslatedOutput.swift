extension Translation {
  /// What a cell's code put out, in the other language. Names of files stay.
  public func output(_ output: Output) -> Output { output.rewritten(text) }

  /// The words of a figure in the other language; its pictures stay.
  package func words(of figure: FigureOutput) -> FigureOutput {
    figure.rewritten(text, files: figure.files)
  }

  /// What no entry covers of an output.
  package func missing(in output: Output) -> [String] {
    var missing: [String] = []
    _ = output.rewritten { text in
      missing += rendering(text).missing
      return text
    }
    return missing
  }
}

extension Output {
  /// The output with each of its texts passed through `change`.
  func rewritten(_ change: (String) -> String) -> Output {
    switch self {
    case .text(let text): .text(change(text))
    case .notice(let text): .notice(change(text))
    case .claim(let claim): .claim(claim.rewritten(change))
    case .table(let table):
      .table(
        Table(
          title: change(table.title), columns: table.columns.map(change),
          rows: table.rows.map { $0.map(change) }, note: table.note.map(change)))
    case .figure(let figure): .figure(figure.rewritten(change, files: figure.files))
    }
  }
}

extension FigureOutput {
  /// The figure with each of its texts passed through `change`, shown by the pictures in `files`.
  func rewritten(_ change: (String) -> String, files: [String]) -> FigureOutput {
    FigureOutput(
      number: number, name: name, title: change(title), caption: change(caption),
      alt: change(alt), files: files, remarks: remarks ?? [])
  }
}

extension Claim {
  fileprivate func rewritten(_ change: (String) -> String) -> Claim {
    Claim(claim: change(claim), found: change(found), verdict: verdict)
  }
}
