import CLCore
import Foundation
import Testing

@Suite("The quadratic programme of GEM")
struct DualProgramTests {
  /// Gradients with all that makes a programme hard, their products, and a margin.
  struct Problem {
    let rows: [[Double]]
    let gradient: [Double]
    let margin: Double
    var gram: [[Double]] { rows.map { row in rows.map { product(row, $0) } } }
    var products: [Double] { rows.map { product($0, gradient) } }

    init(_ random: inout Random) {
      let size = [2, 5, 20, 120][random.below(4)]
      gradient = (0..<size).map { _ in random.normal() }
      margin = [0, 0, 0.001, 0.5][random.below(4)]
      var rows: [[Double]] = []
      for _ in 0...random.below(100) {
        let other = rows.isEmpty ? gradient : rows[random.below(rows.count)]
        let another = rows.isEmpty ? gradient : rows[random.below(rows.count)]
        let length = product(other, other).squareRoot()
        switch random.below(8) {
        case 0: rows.append(other)
        case 1: rows.append(gradient.map { _ in 0 })
        case 2:
          let (a, b) = (random.normal(), random.normal())
          rows.append(zip(other, another).map { a * $0 + b * $1 })
        case 3:
          let angle = pow(10, random.uniform(in: -12 ... -1))
          rows.append(other.map { $0 + angle * length * random.normal() })
        default:
          let scale = pow(10, random.uniform(in: -4...4))
          rows.append(gradient.map { _ in scale * random.normal() })
        }
      }
      self.rows = rows
    }
  }

  /// The conditions of Karush, Kuhn and Tucker: v ≥ γ, w = Av + b ≥ 0, and (v − γ) w = 0 number by number.
  /// w is worked out from g + Gᵀv, not from A. It may be off by 1e-8 of what it was summed from, which
  /// is |gᵢ| (|g| + Σ vⱼ |gⱼ|). A projection, where γ = 0, lengthens nothing.
  @Test("meets the optimality conditions to 1e-8 on 10,000 random problems", arguments: 0..<8)
  func optimality(part: Int) {
    var random = Random(seed: 1, "programmes", part)
    var worst = 0.0
    for _ in 0..<1250 {
      let problem = Problem(&random)
      let v = DualProgram(problem.gram, problem.products, margin: problem.margin).solution
      #expect(v.allSatisfy { $0 >= problem.margin })
      let lengths = problem.rows.map { product($0, $0).squareRoot() }
      let size =
        zip(v, lengths).reduce(product(problem.gradient, problem.gradient).squareRoot()) {
          $0 + $1.0 * $1.1
        }
      var step = problem.gradient
      for (row, v) in zip(problem.rows, v) { for i in step.indices { step[i] += v * row[i] } }
      if problem.margin == 0 {
        let shares = product(step, step) / product(problem.gradient, problem.gradient)
        worst = max(worst, shares - 1)
      }
      for (i, row) in problem.rows.enumerated() where lengths[i] > 0 {
        let slope = product(row, step) / (lengths[i] * size)
        let slack = (v[i] - problem.margin) * lengths[i] / size
        worst = max(worst, -slope, abs(slope * slack))
      }
    }
    #expect(worst <= 1e-8)
  }

  @Test("agrees with quadprog")
  func golden() throws {
    struct Program: Decodable {
      let gram: [[Double]]
      let products, solution: [Double]
      let margin: Double
    }
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Golden/programs.json").standardized
    let programs = try JSONDecoder().decode([Program].self, from: Data(contentsOf: file))
    #expect(programs.count == 60)
    for (number, program) in programs.enumerated() {
      let found = DualProgram(program.gram, program.products, margin: program.margin).solution
      // In units in which every gradient has length one, as numbers of all sizes go into v.
      let lengths = program.gram.indices.map { program.gram[$0][$0].squareRoot() }
      let scale = lengths.indices.map {
        max(lengths[$0] * program.solution[$0], abs(program.products[$0]) / lengths[$0])
      }.reduce(0, max)
      for (i, length) in lengths.enumerated() {
        #expect(abs(found[i] - program.solution[i]) * length <= 1e-8 * scale, "\(number)")
      }
    }
  }

  @Test("one constraint: v is max(γ, −b/A)")
  func single() {
    for (a, b, margin) in [(2.0, -3.0, 0.0), (2, 3, 0), (2, -3, 0.5), (2, -0.5, 0.5), (0, 0, 0.5)] {
      let expected = a > 0 ? max(margin, -b / a) : margin
      let found = DualProgram([[a]], [b], margin: margin).solution
      #expect(abs(found[0] - expected) <= 1e-11)
    }
  }

  @Test("its steps end at the solution, and each lowers ½ vᵀAv + bᵀv")
  func steps() throws {
    var random = Random(seed: 2, "programmes")
    for _ in 0..<200 {
      let problem = Problem(&random)
      let (gram, products) = (problem.gram, problem.products)
      let program = DualProgram(gram, products, margin: problem.margin)
      let steps = Array(program)
      #expect(steps.first?.change == .start)
      #expect(steps.first?.v == products.map { _ in problem.margin })
      #expect(steps.last?.v == program.solution)
      func value(_ v: [Double]) -> (Double, Double) {
        let terms: [Double] = v.indices.flatMap { i in
          let row: [Double] = v.indices.map { 0.5 * v[i] * gram[i][$0] * v[$0] }
          return row + [products[i] * v[i]]
        }
        return (terms.reduce(0, +), terms.reduce(0) { $0 + abs($1) })
      }
      for (before, after) in zip(steps, steps.dropFirst()) {
        let (old, new) = (value(before.v), value(after.v))
        #expect(new.0 <= old.0 + 1e-11 * (old.1 + new.1))
        switch after.change {
        case .start: Issue.record("a search begins once")
        case .entered(let i): #expect(after.active == before.active + [i])
        case .left(let i): #expect(after.active == before.active.filter { $0 != i })
        }
      }
    }
  }

  @Test("a constraint that came in first leaves when another makes it superfluous")
  func leaving() throws {
    // What the second and the third ask for satisfies the first, which was opposed most to begin with.
    let rows = [[1.0, 0, 0], [-3, -3, 1], [2, 1, 0]]
    let gradient = [-1.0, 0, -1]
    let gram = rows.map { row in rows.map { product(row, $0) } }
    let steps = Array(DualProgram(gram, rows.map { product($0, gradient) }))
    #expect(steps.map(\.change) == [.start, .entered(0), .entered(1), .left(0), .entered(2)])
    #expect(steps.map(\.active) == [[], [0], [0, 1], [1], [1, 2]])
    let expected = [0, 4.0 / 7, 10.0 / 7]
    let found = try #require(steps.last?.v)
    #expect(zip(found, expected).allSatisfy { abs($0 - $1) <= 1e-10 })
  }
}

private func product(_ a: [Double], _ b: [Double]) -> Double {
  zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
}
