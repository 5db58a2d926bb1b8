import Foundation

/// One task of regression: y = A sin(x − φ).
public struct Sinusoid: Sendable, Codable, Equatable {
  /// A
  public let amplitude: Double
  /// φ
  public let phase: Double

  /// The wave with this amplitude and phase.
  public init(amplitude: Double, phase: Double) {
    self.amplitude = amplitude
    self.phase = phase
  }

  /// y at x.
  public func callAsFunction(_ x: Double) -> Double { amplitude * sin(x - phase) }
}

/// Sinusoids of chance amplitude and phase (Finn, Abbeel & Levine 2017, section 5.1): A uniform in
/// [0.1, 5], φ in [0, π], x in [−5, 5].
///
/// The mean of all tasks is −1.62 cos x, (2/π) times the mean amplitude, which is like none of them: a network
/// that fits them all at once fits none. But each is two numbers away from any other.
public struct Sinusoids: TaskFamily, Codable, Equatable {
  public var name: String
  /// Where amplitudes are drawn from.
  public var amplitudes: ClosedRange<Double>
  /// Where phases are drawn from.
  public var phases: ClosedRange<Double>
  /// Where the x of samples are drawn from.
  public var domain: ClosedRange<Double>
  /// Whether amplitude and phase are inputs too, (x, A, φ) in place of x: the oracle's data, with which
  /// there is nothing to adapt to.
  public var tellsTask: Bool

  /// The paper's family unless told otherwise.
  public init(
    name: String = "sinusoids", amplitudes: ClosedRange<Double> = 0.1...5,
    phases: ClosedRange<Double> = 0...Double.pi, domain: ClosedRange<Double> = -5...5,
    tellsTask: Bool = false
  ) {
    self.name = name
    self.amplitudes = amplitudes
    self.phases = phases
    self.domain = domain
    self.tellsTask = tellsTask
  }

  public var fingerprint: String {
    "\(name), A in \(amplitudes), φ in \(phases), x in \(domain), tells task: \(tellsTask)"
  }

  public var inputs: Int { tellsTask ? 3 : 1 }
  public var outputs: Int { 1 }

  /// Draws a task.
  public func task(_ random: inout Random) -> Sinusoid {
    Sinusoid(
      amplitude: random.uniform(in: amplitudes), phase: random.uniform(in: phases))
  }

  public func episodes(
    _ tasks: Int, support: Int, query: Int, _ random: inout Random
  ) -> Episodes {
    let waves = (0..<tasks).map { _ in task(&random) }
    let support = examples(of: waves, count: support, &random)
    return Episodes(support: support, query: examples(of: waves, count: query, &random))
  }

  /// So many samples of each of these tasks at chance places: inputs [tasks, count, 1], or
  /// [tasks, count, 3] where the task is told.
  public func examples(of tasks: [Sinusoid], count: Int, _ random: inout Random) -> Examples {
    examples(of: tasks, count: count) { _ in random.uniform(in: domain) }
  }

  /// Samples of these tasks at these places, the same for all.
  public func examples(of tasks: [Sinusoid], at places: [Double]) -> Examples {
    examples(of: tasks, count: places.count) { places[$0] }
  }

  private func examples(
    of tasks: [Sinusoid], count: Int, place: (_ sample: Int) -> Double
  ) -> Examples {
    let places = Tensor([tasks.count, count, 1]) { x in
      for i in 0..<tasks.count * count { x[i] = Real(place(i % count)) }
    }
    let values = Tensor(places.shape) { y in
      places.read { x in
        for (t, task) in tasks.enumerated() {
          for i in t * count..<(t + 1) * count { y[i] = Real(task(Double(x[i]))) }
        }
      }
    }
    let inputs = tellsTask ? telling(tasks, at: places) : places
    return Examples(inputs: inputs, targets: .values(values))
  }

  /// (x, A, φ) for each place x of [tasks, count, 1].
  private func telling(_ tasks: [Sinusoid], at places: Tensor) -> Tensor {
    let count = places.shape[1]
    let rows = places.values.enumerated().flatMap { i, x in
      [x, Real(tasks[i / count].amplitude), Real(tasks[i / count].phase)]
    }
    return Tensor(rows, [tasks.count, count, 3])
  }
}
