import CLCore
import Foundation
import Testing

/// Every operation's derivatives against differences of four points,
/// (f(x−2h) − 8 f(x−h) + 8 f(x+h) − f(x+2h)) / 12h, whose own error is h⁴ f⁗′/30 and ε f / h.
///
/// In Double that leaves eight digits. In Float a difference quotient keeps about three, so there the
/// test finds a wrong formula and no more; `GoldenTests` bounds Float's own error.
@Suite("Derivatives of every operation")
struct DerivativeTests {
  #if DoublePrecision
    private let h = 1e-3
    private let tolerance = 1e-8
  #else
    private let h = 0.04
    private let tolerance = 5e-3
  #endif

  @Test("The gradient is the slope of the value", arguments: Operation.all)
  func first(_ operation: Operation) {
    check(operation.potential, operation)
  }

  @Test("The gradient of a gradient is the slope of the gradient", arguments: Operation.all)
  func second(_ operation: Operation) {
    check(slope(operation.potential, operation, 0), operation)
  }

  @Test("The third derivative is the slope of the second", arguments: Operation.all)
  func third(_ operation: Operation) {
    check(slope(slope(operation.potential, operation, 0), operation, 1), operation)
  }

  @Test(
    "A gradient has the same bits whether or not it can be differentiated again",
    arguments: Operation.all)
  func sameBits(_ operation: Operation) {
    let x = operation.point
    let numbers = gradient(at: x, of: operation.potential)
    #expect(numbers.shape == x.shape)
    #expect(numbers == gradient(at: Variable(x), of: operation.potential).value)
  }

  @Test("Every public operation of Variable has a case in the table")
  func complete() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/CLCore/Autodiff").standardized
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    let declaration = /^  public (?:static )?(?:prefix )?(?:func|var) ([^\s(:]+)/
    var names: Set<String> = []
    for file in files where file.pathExtension == "swift" {
      var inside = false
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        if line.hasPrefix("extension Variable") { inside = true }
        if line == "}" { inside = false }
        if inside, let match = line.firstMatch(of: declaration) { names.insert(String(match.1)) }
      }
    }
    #expect(names.count > 25)
    let covered = Set(
      Operation.all.compactMap { $0.description.split(whereSeparator: { " ,".contains($0) }).first }
    )
    #expect(names.filter { !covered.contains(Substring($0)) } == [])
  }

  /// ⟨∇f(x), v⟩ for a random v.
  private func slope(
    _ f: @escaping (Variable) -> Variable, _ operation: Operation, _ index: Int
  ) -> (Variable) -> Variable {
    { x in
      (gradient(at: x, of: f) * Variable(operation.direction(x.shape, index))).sum
    }
  }

  private func check(_ f: (Variable) -> Variable, _ operation: Operation) {
    let x = operation.point
    let found = gradient(at: x, of: f)
    let expected = (0..<x.count).map { i -> Double in
      func at(_ steps: Double) -> Double {
        var moved = x
        moved[i] += Real(steps * h)
        return Double(f(Variable(moved)).value.scalar)
      }
      return (at(-2) - 8 * at(-1) + 8 * at(1) - at(2)) / (12 * h)
    }
    let scale = max(1, expected.map(abs).max() ?? 0)
    for (i, slope) in expected.enumerated() {
      #expect(abs(Double(found[i]) - slope) <= tolerance * scale, "number \(i) of the operands")
    }
  }
}
