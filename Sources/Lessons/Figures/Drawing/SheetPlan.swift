/// Where the images of a sheet and their titles stand within a frame.
struct SheetPlan {
  struct Placed {
    var source: GreyImage
    var box: Box
  }
  private(set) var images: [Placed] = []
  private(set) var columnTitles: [Place] = []
  private(set) var rowTitles: [[String]] = []
  private(set) var rowPlaces: [Place] = []
  /// The size of the type of titles: smaller where they would reach into each other.
  private(set) var columnSize = 0.95
  private(set) var rowSize = 0.95
  /// The size of the type of labels, the same for all: it says nothing.
  private(set) var labelSize = 0.8
  /// The height of titles, images and labels together.
  let height: Double

  init(_ sheet: ImageSheet, canvas: Canvas, in frame: Box) {
    let rows = max(sheet.images.count, 1)
    let columns = max(sheet.images.map(\.count).max() ?? 1, 1)
    let all = sheet.images.flatMap { $0.compactMap { $0 } }
    let aspect = all.map { Double($0.height) / Double(max($0.width, 1)) }.max() ?? 1
    let hasLabels = all.contains { !$0.label.onOneLine.isEmpty }
    let limit = frame.width * 0.22
    rowTitles = sheet.rowTitles.map { canvas.wrap($0, 0.95, limit: limit) }
    let left =
      rowTitles.flatMap { $0 }.map { canvas.width($0, 0.95) + canvas.em * 0.7 }.max() ?? 0
    let top = sheet.columnTitles.isEmpty ? 0 : canvas.leading(1.1)
    let under = hasLabels ? canvas.leading(0.8) * 1.15 : 0
    let gap = max(canvas.em * 0.25, 1)
    let side = min(
      (frame.width - left) / Double(columns) - gap,
      ((frame.height - top) / Double(rows) - under - gap) / aspect)
    let pitchX = side + gap
    let pitchY = side * aspect + under + gap
    height = top + Double(rows) * pitchY
    let widest = sheet.columnTitles.map { canvas.width($0, 0.95, bold: true) }.max() ?? 0
    columnSize *= min(1, max(0.4, (pitchX - canvas.em * 0.2) / max(widest, 1)))
    func areRowsTooLarge() -> Bool {
      let words = sheet.rowTitles.flatMap { Lettering.words(of: $0.onOneLine) }
      return Double(rowTitles.map(\.count).max() ?? 0) * canvas.leading(rowSize) > pitchY
        || words.contains { canvas.width($0.word, rowSize) > limit }
    }
    while rowSize > 0.45, areRowsTooLarge() {
      rowSize *= 0.92
      rowTitles = sheet.rowTitles.map { canvas.wrap($0, rowSize, limit: limit) }
    }
    let label = all.map { canvas.width($0.label, labelSize) }.max() ?? 0
    labelSize *= min(1, max(0.5, pitchX / max(label, 1)))
    let startX = frame.left + left
    let startY = frame.top - top
    columnTitles = (0..<columns).map {
      Place(startX + Double($0) * pitchX + side / 2, frame.top - top / 2)
    }
    rowPlaces = (0..<rows).map {
      Place(startX - canvas.em * 0.7, startY - Double($0) * pitchY - side * aspect / 2)
    }
    for (i, row) in sheet.images.enumerated() {
      for (j, image) in row.enumerated() {
        guard let image, image.width > 0, image.height > 0, side > 0 else { continue }
        let x = startX + Double(j) * pitchX
        let y = startY - Double(i) * pitchY
        let height = side * Double(image.height) / Double(image.width)
        images.append(
          Placed(source: image, box: Box(left: x, bottom: y - height, right: x + side, top: y)))
      }
    }
  }
}
