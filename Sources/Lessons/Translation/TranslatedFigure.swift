extension Translation {
  /// A figure with its words in the other language; the drawing is the same.
  public func figure(_ figure: Figure) -> Figure { figure.rewritten(text) }

  /// A figure that moves with its words in the other language.
  package func animation(_ animation: Animation) -> Animation {
    var translated = animation
    translated.frames = animation.frames.map(figure)
    return translated
  }

  /// What no entry covers of the words in a figure.
  package func missing(in figure: Figure) -> [String] {
    var missing: [String] = []
    _ = figure.rewritten { text in
      missing += rendering(text).missing
      return text
    }
    return missing
  }
}

extension Figure {
  /// The figure with each of its texts passed through `change`.
  func rewritten(_ change: (String) -> String) -> Figure {
    var figure = self
    figure.title = change(title)
    figure.caption = change(caption)
    figure.alt = change(alt)
    figure.panels = panels.map { $0.rewritten(change) }
    return figure
  }
}

extension Panel {
  fileprivate func rewritten(_ change: (String) -> String) -> Panel {
    var panel = self
    panel.title = change(title)
    panel.x = x.rewritten(change)
    panel.y = y.rewritten(change)
    panel.marks = marks.map { $0.rewritten(change) }
    return panel
  }
}

extension Axis {
  fileprivate func rewritten(_ change: (String) -> String) -> Axis {
    var axis = self
    axis.label = change(label)
    axis.names = names?.map(change)
    return axis
  }
}

extension Mark {
  fileprivate func rewritten(_ change: (String) -> String) -> Mark {
    switch self {
    case .line(var line):
      line.label = line.label.map(change)
      return .line(line)
    case .points(var points):
      points.label = points.label.map(change)
      points.names = points.names.map(change)
      return .points(points)
    case .bars(var bars):
      bars.categories = bars.categories.map(change)
      for i in bars.series.indices { bars.series[i].label = change(bars.series[i].label) }
      return .bars(bars)
    case .heatmap(var map):
      map.rows = map.rows.map(change)
      map.columns = map.columns.map(change)
      map.label = change(map.label)
      return .heatmap(map)
    case .field(var field):
      field.label = change(field.label)
      return .field(field)
    case .images(var sheet):
      sheet.images = sheet.images.map { $0.map { $0?.rewritten(change) } }
      sheet.rowTitles = sheet.rowTitles.map(change)
      sheet.columnTitles = sheet.columnTitles.map(change)
      return .images(sheet)
    case .reference(var reference):
      reference.label = change(reference.label)
      return .reference(reference)
    case .shade(var shade):
      shade.label = change(shade.label)
      return .shade(shade)
    case .text(var note):
      note.words = change(note.words)
      return .text(note)
    case .arrow: return self
    }
  }
}

extension GreyImage {
  fileprivate func rewritten(_ change: (String) -> String) -> GreyImage {
    var image = self
    image.label = change(label)
    return image
  }
}
