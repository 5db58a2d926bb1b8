import CLCore
import Foundation
import TestSupport
import Testing

@Suite("The quadratic programme of GEM")
struct DualProgramTests {
  @Test("meets the optimality conditions to 1e-8 on 10,000 random problems", arguments: 0..<8)
  func optimality(part: Int) {
    var random = Random(seed: 1, "programmes", part)
    var worst = 0.0
    for _ in 0..<1250 {
      let problem = DualProblem(&random)
      let v = DualProgram(problem.gram, problem.products, margin: problem.margin).solution
      worst = max(worst, problem.violation(of: v))
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
      let problem = DualProblem(&random)
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
    let gram = rows.map { row in rows.map { DualProblem.product(row, $0) } }
    let steps = Array(DualProgram(gram, rows.map { DualProblem.product($0, gradient) }))
    #expect(steps.map(\.change) == [.start, .entered(0), .entered(1), .left(0), .entered(2)])
    #expect(steps.map(\.active) == [[], [0], [0, 1], [1], [1, 2]])
    let expected = [0, 4.0 / 7, 10.0 / 7]
    let found = try #require(steps.last?.v)
    #expect(zip(found, expected).allSatisfy { abs($0 - $1) <= 1e-10 })
  }
}
