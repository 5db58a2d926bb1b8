import Foundation

/// What a panel must show of each axis: the range of its data, where its axes do not say.
struct Extent {
  var x: [Double] = []
  var y: [Double] = []

  init(of marks: [Mark]) {
    for mark in marks { add(mark) }
    x = x.filter(\.isFinite)
    y = y.filter(\.isFinite)
  }

  private mutating func add(_ mark: Mark) {
    switch mark {
    case .line(let line):
      x += line.x
      y += line.y + line.low + line.high
    case .points(let points):
      x += points.x
      y += points.y
    case .bars(let bars):
      x += [-0.5, Double(bars.categories.count) - 0.5]
      y.append(0)
      for series in bars.series {
        for (i, value) in series.values.enumerated() {
          let error = i < series.errors.count && series.errors[i].isFinite ? series.errors[i] : 0
          y += [value - error, value + error]
        }
      }
    case .heatmap(let map):
      x += [-0.5, Double(map.columns.count) - 0.5]
      y += [-0.5, Double(map.rows.count) - 0.5]
    case .field(let field):
      x += [field.x.lowerBound, field.x.upperBound]
      y += [field.y.lowerBound, field.y.upperBound]
    case .images: break
    case .reference(let line):
      if line.direction == .horizontal { y.append(line.value) } else { x.append(line.value) }
    case .shade(let shade): x += [shade.x.lowerBound, shade.x.upperBound]
    case .text(let note):
      x.append(note.x)
      y.append(note.y)
    case .arrow(let arrow):
      x += [arrow.from.x, arrow.to.x]
      y += [arrow.from.y, arrow.to.y]
    }
  }

  /// `range`, longer where the number over a bar, which takes a `share` of the height, would leave it.
  static func withRoom(
    for marks: [Mark], in range: ClosedRange<Double>, share: Double
  ) -> ClosedRange<Double> {
    var (low, high) = (range.lowerBound, range.upperBound)
    let room = (high - low) * min(share, 0.2)
    for case .bars(let bars) in marks where bars.showsValues {
      for series in bars.series {
        for (i, value) in series.values.enumerated() where value.isFinite {
          let error = i < series.errors.count && series.errors[i].isFinite ? series.errors[i] : 0
          // What is cut off by the panel is meant to be.
          let end = value < 0 ? value - error : value + error
          guard range.contains(end) else { continue }
          if value < 0 { low = min(low, end - room) } else { high = max(high, end + room) }
        }
      }
    }
    return low...high
  }

  /// The range of `axis`: as asked, or that of `values`, a share `padding` wider on both sides. A
  /// range without length is widened, since gnuplot can draw none.
  static func range(
    _ axis: Axis, of values: [Double], padding: Double
  ) -> ClosedRange<Double> {
    if let asked = axis.range, asked.upperBound > asked.lowerBound { return asked }
    let values = axis.isLogarithmic ? values.filter { $0 > 0 } : values
    guard let low = axis.range?.lowerBound ?? values.min(),
      let high = axis.range?.upperBound ?? values.max()
    else { return axis.isLogarithmic ? 1...10 : 0...1 }
    if axis.isLogarithmic {
      let factor = high > low ? pow(high / low, padding) : 2
      return low / factor...high * factor
    }
    let extra = high > low ? (high - low) * padding : max(abs(low) * 0.1, 0.5)
    return low - extra...high + extra
  }
}
