import Book
import CLCore
import Lessons

/// The losses of two tasks over the plane through θ*A, θ*B and θ*AB, and the way that plain training
/// on B takes over it.
struct LossMap: Codable {
  /// Where θ*A, θ*B and θ*AB lie.
  let corners: [SIMD2<Double>]
  /// Where the lattice lies.
  let x, y: [Double]
  /// The loss of each task on the lattice, row by row from the lowest y.
  let losses: [[Double]]
  /// The places passed while B was learnt.
  let path: [SIMD2<Double>]
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
    try alone.finish { event, run in
      if let made = event.stepsOfTask, made <= 20 || made % 10 == 0 {
        passed.append(run.learner.theta)
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
    func place(_ theta: Tensor) -> SIMD2<Double> {
      let (x, y) = plane.coordinates(of: theta)
      return SIMD2(x, y)
    }
    path = passed.map(place)
    corners = [plane.a, plane.b, plane.c].map(place)
    (self.x, self.y) = (x, y)
  }

  /// The larger of the two losses at θ*A, θ*B and θ*AB.
  var worse: [Double] { zip(atCorners[0], atCorners[1]).map { max($0, $1) } }

  /// The distance from θ*A to θ*AB in units of that from θ*A to θ*B.
  var wayToMeeting: Double {
    (corners[2] * corners[2]).sum().squareRoot()
  }

  /// The losses of both tasks at the three points, for a claim.
  var words: String {
    zip(["θ*A", "θ*B", "θ*AB"], 0..<3).map { name, i in
      "\(name): A \(atCorners[0][i].decimals), B \(atCorners[1][i].decimals)"
    }.joined(separator: "; ")
  }
}
