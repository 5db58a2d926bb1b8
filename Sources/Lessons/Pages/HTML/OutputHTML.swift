import Foundation

/// What a cell's code put out, as XHTML.
struct OutputHTML {
  private let edition: Edition
  private let words: Wording

  init(_ edition: Edition) {
    self.edition = edition
    words = edition.words
  }

  /// - Throws: ``SourceError`` when a picture is not there.
  func html(_ output: Output) throws(SourceError) -> String {
    switch output {
    case .text(let text):
      XHTML.element("pre", ["class": "said", "tabindex": "0"], XHTML.escaped(text))
    case .table(let table): Self.table(table)
    case .figure(let figure): try self.figure(figure)
    case .claim(let claim): self.claim(claim)
    case .notice(let text):
      XHTML.element(
        "p", ["class": "notice"],
        XHTML.element("b", [:], XHTML.escaped(words.notice) + ": ") + XHTML.escaped(text))
    }
  }

  /// A real table: its columns and the first cell of each row are headers. It scrolls by itself when it is wide.
  static func table(_ table: Table) -> String {
    let numeric = table.columns.indices.map(table.isNumeric)
    func side(_ column: Int) -> String? { numeric[column] ? "number" : nil }
    let head = table.columns.enumerated().map { column, name in
      XHTML.element("th", ["scope": "col", "class": side(column)], XHTML.escaped(name))
    }.joined()
    let rows = table.rows.map { row in
      let cells = row.enumerated().map { column, text in
        column == 0 && row.count > 1 && !numeric[0]
          ? XHTML.element("th", ["scope": "row"], XHTML.escaped(text))
          : XHTML.element("td", ["class": side(column)], XHTML.escaped(text))
      }
      return XHTML.element("tr", [:], cells.joined())
    }
    let whole =
      XHTML.element("caption", [:], XHTML.escaped(table.title))
      + XHTML.element("thead", [:], XHTML.element("tr", [:], head))
      + XHTML.element("tbody", [:], rows.joined(separator: "\n"))
    let note = table.note.map { XHTML.element("p", ["class": "note"], XHTML.escaped($0)) } ?? ""
    return XHTML.element(
      "div", ["class": "scroll", "tabindex": "0"], XHTML.element("table", [:], whole)) + note
  }

  /// The picture is data of the page itself, so that the page is one file; two SVGs written into one page would
  /// share their ids.
  private func figure(_ figure: FigureOutput) throws(SourceError) -> String {
    let number = Wording.fill(words.figure, figure.number)
    let picture = try self.picture(figure)
    let caption = XHTML.element(
      "figcaption", [:],
      XHTML.element("b", [:], XHTML.escaped(number) + ". ")
        + XHTML.escaped(figure.caption.isEmpty ? figure.title : figure.caption))
    return XHTML.element(
      "figure", ["id": Self.anchor(figure)],
      XHTML.element("div", ["class": "card"], picture) + caption + (try motion(figure))
        + files(figure))
  }

  /// The picture, or its words where there was no gnuplot to draw it.
  private func picture(_ figure: FigureOutput) throws(SourceError) -> String {
    guard let file = figure.file("svg") else {
      return XHTML.element("p", ["class": "note"], XHTML.escaped(figure.alt))
    }
    let svg = try edition.bytes(file)
    return XHTML.empty("img", ["src": Self.dataURI(svg, "image/svg+xml"), "alt": figure.alt])
  }

  /// A picture that moves does so when it is asked to.
  private func motion(_ figure: FigureOutput) throws(SourceError) -> String {
    guard let file = figure.file("gif") else { return "" }
    let gif = try edition.bytes(file)
    return XHTML.element(
      "details", ["class": "motion"],
      XHTML.element("summary", [:], XHTML.escaped(words.motion))
        + XHTML.element(
          "div", ["class": "card"],
          XHTML.empty("img", ["src": Self.dataURI(gif, "image/gif"), "alt": figure.alt])))
  }

  private func files(_ figure: FigureOutput) -> String {
    let names = ["dat": words.data, "gp": words.script]
    let kinds = ["dat", "gp", "svg", "pdf", "png", "gif"]
    let links = kinds.compactMap { kind in
      figure.file(kind).map { file in
        XHTML.element("a", ["href": file], XHTML.escaped(names[kind] ?? kind.uppercased()))
      }
    }
    return XHTML.element(
      "p",
      ["class": "files", "aria-label": Wording.fill(words.files, figure.number), "role": "group"],
      links.joined(separator: " · "))
  }

  private func claim(_ claim: Claim) -> String {
    let (mark, kind) =
      switch claim.verdict {
      case .holds: ("✓", "holds")
      case .fails: ("✗", "fails")
      case .otherData, .notChecked: ("○", "open")
      }
    let meaning = words.meaning(of: claim.verdict)
    let sign = XHTML.element("span", ["class": "mark", "role": "img", "aria-label": meaning], mark)
    let remark =
      kind == "holds" ? "" : XHTML.element("em", [:], XHTML.escaped(words.remark(claim.verdict)))
    let found = XHTML.element(
      "span", ["class": "found"], XHTML.escaped(words.found + claim.found))
    return XHTML.element(
      "p", ["class": "claim \(kind)"], "\(sign)\(XHTML.escaped(claim.claim))\(remark) \(found)")
  }

  static func anchor(_ figure: FigureOutput) -> String {
    "figure-" + figure.number.replacing(".", with: "-")
  }

  static func dataURI(_ data: Data, _ type: String) -> String {
    "data:\(type);base64,\(data.base64EncodedString())"
  }
}
