import Book
import CLCore
import Lessons

/// The losses of two tasks over the plane through θ*A, θ*B and θ*AB, and the way that plain training
/// on B takes over it.
struct LossMap: Sendable {
  /// The plane.
  let plane: Landscape
  /// Where the lattice lies.
  let x, y: [Double]
  /// The loss of each task on the lattice, row by row from the lowest y.
  let losses: [[Double]]
  /// The places passed while B was learnt.
  let path: [(x: Double, y: Double)]
  /// The loss of each task at θ*A, θ*B and θ*AB.
  let atCorners: [[Double]]

  init(_ pair: TaskStream, _ scale: Scale, seed: UInt64, probes: Int, _ progress: Meter) throws {
    var afterA = try scale.run(FineTuning(), pair, seed)
    try afterA.learnTask()
    let thetaA = afterA.learner.theta

    var together = afterA
    together.strategy = Joint(fromScratch: false)
    try together.learnTask()

    var alone = afterA
    var passed: [Tensor] = []
    while let event = try alone.advance() {
      if let made = event.stepsOfTask, made <= 20 || made % 10 == 0 {
        passed.append(alone.learner.theta)
      }
    }
    let plane = Landscape(a: thetaA, b: alone.learner.theta, c: together.learner.theta)
    let corner = plane.coordinates(of: plane.c)
    let x = grid(min(-0.4, corner.x - 0.3), max(1.3, corner.x + 0.3), scale.latticeColumns)
    let y = grid(-0.5, corner.y + 0.4, scale.latticeColumns * 3 / 4)
    func loss(_ task: Experience, _ theta: Tensor) -> Double {
      alone.learner.testLoss(of: task, at: theta, limit: probes)
    }
    losses = pair.map { task in
      plane.values(x: x, y: y) { theta in loss(task, theta) }
    }
    atCorners = pair.map { task in [plane.a, plane.b, plane.c].map { loss(task, $0) } }
    path = passed.map { plane.coordinates(of: $0) }
    (self.plane, self.x, self.y) = (plane, x, y)
  }

  /// The larger of the two losses at θ*A, θ*B and θ*AB.
  var worse: [Double] { zip(atCorners[0], atCorners[1]).map { max($0, $1) } }

  /// The distance from θ*A to θ*AB in units of that from θ*A to θ*B.
  var wayToMeeting: Double {
    let (x, y) = plane.coordinates(of: plane.c)
    return (x * x + y * y).squareRoot()
  }

  /// The losses of both tasks at the three points, for a claim.
  var words: String {
    zip(["θ*A", "θ*B", "θ*AB"], 0..<3).map { name, i in
      "\(name): A \(atCorners[0][i].decimals), B \(atCorners[1][i].decimals)"
    }.joined(separator: "; ")
  }

  /// Two maps side by side, one scale of colours for both.
  var figure: Figure {
    let corners = [plane.a, plane.b, plane.c].map { plane.coordinates(of: $0) }
    let all = losses.flatMap { $0 }
    return Figure(
      title: "The valleys of A and B meet, and plain training walks past",
      alt: """
        Two maps of the same plane of weight space. On the left the loss of task A, on the right the \
        loss of task B. Both are low around the point reached by training on A and B together. The path \
        of training on B alone leaves the low region of A at once.
        """,
      caption:
        "Test loss over the plane through θ*A, θ*B and θ*AB, seed 1; distances in units of that "
        + "from θ*A to θ*B. The dashed line is the path of training on B, projected onto the plane.",
      panels: zip(["loss of task A", "loss of task B"], losses).enumerated().map { i, map in
        Panel(
          title: map.0, x: Axis("along θ*A → θ*B"),
          y: Axis(i == 0 ? "at right angles to it" : ""),
          marks: [
            .field(
              Field(
                x: x[0]...x[x.count - 1], y: y[0]...y[y.count - 1], columns: x.count,
                values: map.1, label: "cross-entropy", isLogarithmic: true,
                range: (all.min() ?? 0)...(all.max() ?? 1), showsScale: i == 1)),
            .line(
              Line(
                x: path.map(\.x), y: path.map(\.y), style: SeriesStyle(method: "fine-tuning"))),
            .points(
              Points(
                x: corners.map(\.x), y: corners.map(\.y), names: ["θ*A", "θ*B", "θ*AB"],
                style: SeriesStyle(.black, .solid, .circle))),
          ], equalUnits: true)
      }, columns: 2, aspect: 0.5)
  }
}
