extension Script {
  /// Cells as filled boxes, which stay sharp in every format, and their numbers over them.
  mutating func draw(_ map: Heatmap, _ x: Scale, _ y: Scale) {
    let rows = map.cells.map { cell in
      [
        Double(cell.column), Double(cell.row), cell.value,
        Double(map.scale.colour(of: cell.value).readable.rgb),
      ]
    }
    let texts = map.cells.map { cell in
      let text = Ticks.written(cell.value, decimals: map.decimals ?? 2)
      return map.hidesZeros && !text.contains { "123456789".contains($0) } ? "\"\"" : text
    }
    guard
      let block = data.add(
        map.label, columns: "column row value text-colour text", rows: rows, texts: texts)
    else { return }
    let border =
      map.scale.needsRim(on: canvas.theme)
      ? "border lc rgb '\(canvas.theme.muted.hex)'" : "noborder"
    // Between many small cells a rim as wide as between few would be most of the picture.
    let rim = 0.6 * min(1, 12 / Double(max(map.columns.count, map.rows.count, 1)))
    plot(
      block,
      "using 1:2:(0.485):(0.485):3 with boxxyerror fs solid 1 \(border) lc palette lw "
        + Canvas.short(rim * canvas.weight))
    guard map.decimals != nil else { return }
    let widest = texts.map { canvas.width($0) }.max() ?? 1
    let size = max(
      0.45,
      min(1, 0.9 * abs(x(1) - x(0)) / max(widest, 1), 0.85 * abs(y(1) - y(0)) / canvas.leading()))
    plot(
      block,
      "using 1:2:(strcol(5)):4 with labels font \(font(size)) tc rgb variable")
  }

  /// Colours as an image, with level lines over them.
  mutating func draw(_ field: Field) {
    let columns = field.columns
    let rows = columns > 0 ? field.values.count / columns : 0
    guard columns > 1, rows > 1 else { return }
    let missing = field.values.count { !$0.isFinite || (field.isLogarithmic && $0 <= 0) }
    data.note(field.label, missing: missing)
    guard missing < field.values.count else { return }
    let stepX = (field.x.upperBound - field.x.lowerBound) / Double(columns - 1)
    let stepY = (field.y.upperBound - field.y.lowerBound) / Double(rows - 1)
    // As a list of points: a matrix that is not the first block of its file makes gnuplot 5.4 read
    // freed memory. A value that is not finite must keep its place in the grid.
    let grid = field.values.indices.map { i in
      [
        field.x.lowerBound + Double(i % columns) * stepX,
        field.y.lowerBound + Double(i / columns) * stepY,
      ]
    }
    let texts = field.values.map { $0.isFinite ? "\($0)" : "NaN" }
    guard
      let block = data.addBroken(field.label, columns: "x y value", rows: grid, texts: texts)
    else { return }
    plot(block, "using 1:2:3 with image")
    guard field.levels > 0 else { return }
    let curves = Contours.levels(of: field).flatMap { Contours.curves(of: field, at: $0) }
    let points = curves.flatMap { curve in
      curve.map { [$0.x, $0.y] } + [[Double.nan, .nan]]
    }
    guard let lines = data.addBroken(field.label, columns: "level lines, x y", rows: points) else {
      return
    }
    plot(lines, "using 1:2 with lines lc rgb '#A0FFFFFF' lw \(Canvas.short(canvas.weight))")
  }

  /// Images side by side, pixels sharp, in units of the canvas.
  mutating func draw(_ sheet: ImageSheet, in frame: Box) {
    let plan = SheetPlan(sheet, canvas: canvas, in: frame)
    settings.append("set palette gray\(sheet.isInverted ? " negative" : "")")
    settings.append("set cbrange [0:255]")
    settings.append("unset colorbox")
    settings.append("set xrange [\(frame.left):\(frame.right)]")
    settings.append("set yrange [\(frame.bottom):\(frame.top)]")
    for (title, place) in zip(sheet.columnTitles, plan.columnTitles) {
      label(title, place.x, place.y, align: .center, size: plan.columnSize, bold: true)
    }
    for (title, place) in zip(plan.rowTitles, plan.rowPlaces) {
      lines(
        title, place.x, top: place.y + Double(title.count) * canvas.leading(plan.rowSize) / 2,
        align: .right, size: plan.rowSize)
    }
    for image in plan.images {
      let box = image.box
      if !image.source.label.onOneLine.isEmpty {
        label(
          image.source.label, box.midX, box.bottom - canvas.leading(0.8) * 0.6, align: .center,
          size: plan.labelSize, colour: canvas.theme.muted)
      }
      if canvas.isTerminal { continue }
      plot(
        image: image.source.width, image.source.height, at: data.add(image.source), in: image.box)
    }
  }
}
