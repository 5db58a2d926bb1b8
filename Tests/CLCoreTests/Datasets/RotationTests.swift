import CLCore
import Testing

@Suite("Rotation")
struct RotationTests {
  @Test("Full turns, back and forth, are the identity", arguments: [0.0, 360, -360, 720])
  func fullTurn(degrees: Double) throws {
    let data = Dataset(try smallStore(), preprocessing: Preprocessing(padding: 1))
    #expect(
      data.transformed(.rotation(degrees: degrees)).gathered([0, 9]) == data.gathered([0, 9]))
  }

  @Test("A quarter turn moves the right edge to the top")
  func quarterTurn() throws {
    let n = 7
    let data = Dataset(try smallStore(height: n, width: n))
    let plain = data.image(at: 1)
    let turned = data.transformed(.rotation(degrees: 90)).image(at: 1)
    for row in 0..<n {
      for column in 0..<n {
        #expect(turned[row * n + column] == plain[column * n + (n - 1 - row)])
      }
    }
  }

  @Test("Turns by −30° and 330° are one")
  func modulo() throws {
    let data = Dataset(try smallStore())
    #expect(
      data.transformed(.rotation(degrees: -30)).image(at: 0)
        == data.transformed(.rotation(degrees: 330)).image(at: 0))
  }

  @Test("An even field stays even inside a turned image")
  func evenField() throws {
    let store = try ImageStore(
      name: "even", height: 20, width: 20, pixels: [UInt8](repeating: 200, count: 400),
      labels: [0], classNames: ["even"])
    let turned = Dataset(store).transformed(.rotation(degrees: 33)).image(at: 0)
    for row in 6..<14 { for column in 6..<14 { #expect(turned[row * 20 + column] == turned[210]) } }
    #expect(abs(turned[210] - 200.0 / 255) < 1e-6)
    #expect(turned[0] == 0)
  }
}
