import Foundation
import TestSupport
import Testing
import Theta

@Suite("Tensors saved and read again")
struct TensorCodingTests {
  @Test("Every bit comes back: signs of zeros, payloads of NaN, infinities, the smallest numbers")
  func bits() throws {
    let payload = Real(bitPattern: Real.nan.bitPattern | 0x1234)
    let tensor = Tensor(
      [0, -0.0, .infinity, -.infinity, payload, -.nan, .leastNonzeroMagnitude, 1 / 3], [2, 2, 2])
    let json = try JSONDecoder().decode(Tensor.self, from: JSONEncoder().encode(tensor))
    #expect(json.bits == tensor.bits)
    #expect(json.shape == [2, 2, 2])
    let list = try PropertyListDecoder().decode(
      Tensor.self, from: PropertyListEncoder().encode(tensor))
    #expect(list.bits == tensor.bits)
  }

  @Test(
    "A part of a larger tensor is saved as what it shows",
    arguments: [[0], [], [2, 0, 3], [3], [2, 1, 2, 1, 3]])
  func parts(_ axes: [Int]) throws {
    let part = Tensor((0..<20).map { Real($0) }).part(from: 5, Shape(axes))
    let read = try JSONDecoder().decode(Tensor.self, from: JSONEncoder().encode(part))
    #expect(read == part)
  }

  @Test(
    "Data that is no tensor throws",
    arguments: [
      #"{"shape": {"axes": [2]}, "type": "REAL", "bytes": "AAAA"}"#,
      #"{"shape": {"axes": [-2, -2]}, "type": "REAL", "bytes": "AAAAAAAAAAAAAAAAAAAAAA=="}"#,
      #"{"shape": {"axes": [4611686018427387904, 4]}, "type": "REAL", "bytes": ""}"#,
      #"{"shape": {"axes": [4611686018427387904]}, "type": "REAL", "bytes": ""}"#,
      #"{"shape": {"axes": [0, 1, 1, 1, 1, 1]}, "type": "REAL", "bytes": ""}"#,
      #"{"shape": {"axes": [0]}, "type": "Half", "bytes": ""}"#,
      #"{"shape": {"axes": [0]}, "type": "REAL"}"#,
      #"{"shape": {"axes": [1.5]}, "type": "REAL", "bytes": ""}"#,
      #"{"shape": {"axes": [0]}, "type": "REAL", "bytes": "AA"}"#,
      "[]",
    ])
  func damage(_ json: String) {
    let data = Data(json.replacing("REAL", with: "\(Real.self)").utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Tensor.self, from: data) }
  }
}
