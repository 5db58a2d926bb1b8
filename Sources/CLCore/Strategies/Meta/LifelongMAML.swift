import Foundation

/// Lifelong MAML: families of tasks arrive one after the other, and while family i is learnt the losses of
/// the families j < i before it count too, the less the longer ago they were,
///
///     θ ← θ − β ∇( Eᵢ[ Lᵢ(θ'ᵢ) ] + E_{j<i}[ λ^{i−j} Lⱼ(θ'ᵢ) ] ),   θ'ᵢ = θ − α ∇Lᵢ(θ)
///
/// Read as it stands (`.ofCurrentTask`), an old task is judged at weights that adapted to *another* task.
/// The gradient then asks that a step towards task i leave task j solved, which two tasks that contradict
/// each other do not allow: history works against adaptation. In the second form (`.ofItsOwn`) an old task
/// first adapts on its own support set, and Lⱼ(θ'ⱼ) stands for Lⱼ(θ'ᵢ): what is kept is that j can be learnt
/// quickly, not that it is known.
///
/// There is no canonical source for either. The nearest published methods are Follow the Meta-Leader (Finn
/// et al. 2019), which has the second form with λ = 1, and La-MAML (Gupta et al. 2020), which has the first: there
/// the network is asked about old tasks without adapting to them.
///
/// Memory: `tasksKept` episodes of each earlier family. Tasks of a family are drawn alike, so the first are
/// kept as good as any. Time a step: with `.ofItsOwn` twice MAML's, with `.ofCurrentTask` one and a half
/// times.
public struct LifelongMAML: MetaStrategy {
  /// λ in [0, 1], by which an old family's weight falls with each family since; with 0 this is MAML.
  public var lambda: Double
  /// Which adaptation an old task is judged after.
  public var judged: Adaptation
  /// How each task is adapted.
  public var maml: MAML
  /// How many tasks of each family are kept.
  public var tasksKept: Int
  private var history: Episodes?
  /// Which tasks of the history are of which earlier family.
  private var tasksOfFamily: [Range<Int>] = []
  private var current: Episodes?

  /// Which adaptation an old task is judged after.
  public enum Adaptation: String, Sendable, Codable, CaseIterable {
    /// That of a current task: Lⱼ(θ'ᵢ).
    case ofCurrentTask
    /// That of the old task itself: Lⱼ(θ'ⱼ).
    case ofItsOwn
  }

  /// Lifelong MAML with decay λ.
  public init(
    lambda: Double, judged: Adaptation = .ofItsOwn, maml: MAML = MAML(), tasksKept: Int = 100
  ) {
    require((0...1).contains(lambda), "λ lies in [0, 1], not at \(lambda)")
    require(tasksKept > 0, "a history needs tasks, got \(tasksKept) a family")
    self.lambda = lambda
    self.judged = judged
    self.maml = maml
    self.tasksKept = tasksKept
  }

  public var name: String {
    judged == .ofItsOwn ? "lifelong MAML" : "lifelong MAML, as it stands"
  }

  public func loss(
    _ episodes: Episodes, at theta: Variable, _ learner: inout Learner
  ) -> Variable {
    let adapted = maml.adapted(theta, to: episodes.support, learner)
    let present = learner.losses(of: episodes.query, at: adapted).mean
    guard lambda > 0, let history else { return present }
    let old = draw(episodes.tasks, from: history, &learner.random)
    let judgedAt =
      switch judged {
      case .ofCurrentTask: adapted
      case .ofItsOwn: maml.adapted(theta, to: old.episodes.support, learner)
      }
    let past = learner.losses(of: old.episodes.query, at: judgedAt) * Variable(old.weights)
    return present + past.mean
  }

  /// So many old tasks, each of a family j that is as likely as any other, with their λ^{i−j}, [count].
  private func draw(
    _ count: Int, from history: Episodes, _ random: inout Random
  ) -> (episodes: Episodes, weights: Tensor) {
    let families = (0..<count).map { _ in random.below(tasksOfFamily.count) }
    let tasks = families.map { family in
      tasksOfFamily[family].lowerBound + random.below(tasksOfFamily[family].count)
    }
    let weights = families.map { Real(pow(lambda, Double(tasksOfFamily.count - $0))) }
    return (history.picking(tasks), Tensor(weights))
  }

  public mutating func didStep(_ episodes: Episodes, _ learner: inout Learner) {
    let kept = current?.tasks ?? 0
    guard kept < tasksKept else { return }
    let more = episodes.picking(Array(0..<min(episodes.tasks, tasksKept - kept)))
    current = current.map { $0.appending(more) } ?? more
  }

  public mutating func didLearn(family: Int, _ learner: inout Learner) {
    guard let current else { return }
    let first = history?.tasks ?? 0
    tasksOfFamily.append(first..<first + current.tasks)
    history = history.map { $0.appending(current) } ?? current
    self.current = nil
  }

  public var samplesKept: Int {
    [history, current].compactMap { $0 }.reduce(0) {
      $0 + $1.tasks * ($1.support.perTask + $1.query.perTask)
    }
  }
}
