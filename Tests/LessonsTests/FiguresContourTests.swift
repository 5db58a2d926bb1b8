import Foundation
import Lessons
import Testing

@Suite("Level lines")
struct FiguresContourTests {
  private let bowl = Field(
    x: -2...2, y: -2...2, columns: 81,
    values: (0..<81 * 81).map { i in
      let x = Double(i % 81) / 20 - 2
      let y = Double(i / 81) / 20 - 2
      return x * x + y * y
    })

  @Test("of x² + y² are closed circles of the level's radius")
  func areCircles() throws {
    for level in [0.25, 1, 2.25] {
      let curves = Contours.curves(of: bowl, at: level)
      #expect(curves.count == 1)
      let curve = try #require(curves.first)
      #expect(curve.first == curve.last)
      for place in curve {
        #expect(
          abs((place.x * place.x + place.y * place.y).squareRoot() - level.squareRoot()) < 2e-3)
      }
      let length = zip(curve, curve.dropFirst()).reduce(0) {
        $0 + hypot($1.1.x - $1.0.x, $1.1.y - $1.0.y)
      }
      #expect(abs(length / (2 * .pi * level.squareRoot()) - 1) < 0.01)
    }
  }

  @Test("that leave the field are open, one for each corner here")
  func leave() {
    let curves = Contours.curves(of: bowl, at: 5)
    #expect(curves.count == 4)
    #expect(curves.allSatisfy { $0.first != $0.last })
  }

  @Test("of a saddle never cross, and stop at values that are not finite")
  func saddle() {
    let cell = Field(x: 0...1, y: 0...1, columns: 2, values: [1, 0, 0, 1])
    #expect(Contours.curves(of: cell, at: 0.4).map(\.count) == [2, 2])
    let hole = Field(x: 0...1, y: 0...1, columns: 2, values: [1, .nan, 0, 1])
    #expect(Contours.curves(of: hole, at: 0.5).isEmpty)
  }

  @Test("of a loss stand at round numbers, spaced by the logarithm")
  func areRound() {
    #expect(Contours.levels(of: Samples.field).allSatisfy { [0.2, 0.5, 1, 2].contains($0) })
    #expect(Contours.levels(of: Samples.field).count >= 3)
  }
}
