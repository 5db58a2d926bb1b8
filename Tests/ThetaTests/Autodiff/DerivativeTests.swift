import Foundation
import TestSupport
import Testing
import Theta

/// `DifferentiableOperation.check` says how the derivatives are found.
@Suite("Derivatives of every operation")
struct DerivativeTests {
  @Test("The gradient is the slope of the value", arguments: DifferentiableOperation.all)
  func first(_ operation: DifferentiableOperation) {
    operation.check(operation.potential)
  }

  @Test(
    "The gradient of a gradient is the slope of the gradient",
    arguments: DifferentiableOperation.all)
  func second(_ operation: DifferentiableOperation) {
    operation.check(operation.slope(operation.potential, 0))
  }

  @Test("The third derivative is the slope of the second", arguments: DifferentiableOperation.all)
  func third(_ operation: DifferentiableOperation) {
    operation.check(operation.slope(operation.slope(operation.potential, 0), 1))
  }

  @Test(
    "A gradient has the same bits whether or not it can be differentiated again",
    arguments: DifferentiableOperation.all)
  func sameBits(_ operation: DifferentiableOperation) {
    let x = operation.point
    let numbers = gradient(at: x, of: operation.potential)
    #expect(numbers.shape == x.shape)
    #expect(numbers == gradient(at: Variable(x), of: operation.potential).value)
  }

  @Test("Every public operation of Variable has a case in the table")
  func complete() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Theta/Autodiff").standardized
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
      DifferentiableOperation.all.compactMap {
        $0.description.split(whereSeparator: { " ,".contains($0) }).first
      }
    )
    #expect(names.filter { !covered.contains(Substring($0)) } == [])
  }
}
