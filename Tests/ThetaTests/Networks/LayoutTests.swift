import Foundation
import TestSupport
import Testing
import Theta

@Suite("Layouts of θ")
struct LayoutTests {
  @Test("Weights lie one after the other and fill θ")
  func slots() {
    var layout = Layout()
    #expect(layout.count == 0)
    let slots = [[3, 4], [4], [], [0], [2, 2, 2]].enumerated().map {
      layout.add("w\($0)", Shape($1), .constant(0))
    }
    #expect(slots.flatMap(\.range) == Array(0..<layout.count))
    #expect(layout.count == 12 + 4 + 1 + 0 + 8)
    #expect(layout.entries.map(\.slot) == slots)
    #expect(layout["w1"] == slots[1])
    #expect(layout["w9"] == nil)
  }

  @Test("θ holds each weight in its slot")
  func slices() {
    var layout = Layout()
    _ = layout.add("a", [2], .constant(0))
    let b = layout.add("b", [2, 2], .constant(0))
    let theta = Tensor([0, 1, 2, 3, 4, 5])
    #expect(theta[b] == Tensor([2, 3, 4, 5], [2, 2]))
    #expect(Variable(theta)[b].value == theta[b])
  }

  @Test("Fresh weights keep to their distributions, and a seed gives the same bits")
  func initial() {
    var layout = Layout()
    let uniform = layout.add("uniform", [100, 100], .fanIn(100))
    let normal = layout.add("normal", [100, 100], .truncatedNormal(deviation: 0.5))
    let constant = layout.add("constant", [10], .constant(0.25))
    func draw(_ seed: UInt64) -> Tensor {
      var random = Random(seed: seed)
      return layout.initial(&random)
    }
    let theta = draw(1)
    #expect(theta.bits == draw(1).bits)
    #expect(theta.bits != draw(2).bits)
    let u = theta[uniform].values
    #expect(u.allSatisfy { abs($0) <= 0.1 })
    #expect(u.contains { $0 > 0.099 } && u.contains { $0 < -0.099 })
    // Var = bound²/3; four standard errors of a mean over 10,000.
    let standardError = 0.1 / 3.0.squareRoot() / 100
    #expect(abs(Double(theta[uniform].mean)) < 4 * standardError)
    let n = theta[normal].values
    #expect(n.allSatisfy { abs($0) <= 1 } && n.contains { abs($0) > 0.9 })
    #expect(theta[constant] == Tensor(repeating: 0.25, [10]))
  }

  @Test("A carried vector keeps the common block of each weight and is fresh elsewhere")
  func carry() {
    var old = Layout()
    _ = old.add("w", [2, 3], .constant(0))
    _ = old.add("gone", [2], .constant(0))
    _ = old.add("b", [3], .constant(0))
    var new = Layout()
    _ = new.add("b", [4], .constant(0))
    _ = new.add("added", [2], .constant(0))
    _ = new.add("w", [3, 4], .constant(0))
    let carried = new.carry(
      Tensor([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]), from: old,
      fresh: Tensor(repeating: -1, [new.count]))
    #expect(
      carried.values == [9, 10, 11, -1, -1, -1, 1, 2, 3, -1, 4, 5, 6, -1, -1, -1, -1, -1])
  }

  @Test("Carried to a smaller layout, the leading block is kept")
  func shrink() {
    var old = Layout()
    _ = old.add("w", [2, 3], .constant(0))
    var new = Layout()
    _ = new.add("w", [1, 2], .constant(0))
    #expect(new.carry(Tensor([1, 2, 3, 4, 5, 6]), from: old, fresh: .zeros([2])).values == [1, 2])
  }

  @Test("A weight of any rank keeps its block along every axis")
  func carryRankThree() {
    var old = Layout()
    _ = old.add("w", [2, 1, 2], .constant(0))
    var new = Layout()
    _ = new.add("w", [2, 2, 3], .constant(0))
    let carried = new.carry(Tensor([1, 2, 3, 4]), from: old, fresh: .zeros([12]))
    #expect(carried.values == [1, 2, 0, 0, 0, 0, 3, 4, 0, 0, 0, 0])
  }

  @Test("To its own layout a vector is carried bit for bit")
  func carryToItself() {
    let layout = MLP(inputs: 3, hidden: [4], outputs: 2).layout
    var random = Random(seed: 1)
    let theta = layout.initial(&random)
    #expect(layout.carry(theta, from: layout, fresh: .zeros([layout.count])).bits == theta.bits)
  }

  @Test("A layout comes back from its file, and a damaged one throws")
  func coding() throws {
    let layout = MLP(inputs: 3, hidden: [4], outputs: 2).layout
    let data = try JSONEncoder().encode(layout)
    #expect(try JSONDecoder().decode(Layout.self, from: data) == layout)
    let text = String(decoding: data, as: UTF8.self)
    for (good, bad) in [
      (#""offset":12"#, #""offset":11"#), (#""offset":12"#, #""offset":-1"#),
      ("hidden1.bias", "hidden1.weight"), ("[4]", "[-4]"), ("[4]", "[9223372036854775807]"),
    ] {
      #expect(text.contains(good))
      let damaged = Data(text.replacing(good, with: bad).utf8)
      #expect(throws: DecodingError.self) { try JSONDecoder().decode(Layout.self, from: damaged) }
    }
  }

  @Test("A layout saved before weights had roles has the layer called head as its head")
  func withoutRoles() throws {
    let layout = MLP(inputs: 3, hidden: [4], outputs: 2).layout
    #expect(layout.entries.map(\.role) == [.body, .body, .head, .head])
    let saved = String(decoding: try JSONEncoder().encode(layout), as: UTF8.self)
    let old = saved.replacing(/,"role":"\w+"|"role":"\w+",/, with: "")
      .replacing(/,"firstOutput":0|"firstOutput":0,/, with: "")
    #expect(!old.contains("role") && !old.contains("firstOutput"))
    #expect(try JSONDecoder().decode(Layout.self, from: Data(old.utf8)) == layout)
  }
}
