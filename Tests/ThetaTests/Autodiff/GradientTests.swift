import TestSupport
import Testing
import Theta

@Suite("Gradients of gradients")
struct GradientTests {
  private let x = Tensor([0.5, -1.25, 2])

  @Test("d/dx |∇f|² of f = Σ x³/3 is 4x³")
  func squaredNorm() {
    let found = gradient(at: x) { x in
      gradient(at: x) { x in (x * x.squared).sum / 3 }.squared.sum
    }
    expectClose(found, Tensor(x.values.map { 4 * $0 * $0 * $0 }))
  }

  @Test("The fourth derivative of x⁴ is 24 everywhere")
  func fourth() {
    func derivative(_ order: Int, _ x: Variable) -> Variable {
      order == 0 ? x.squared.squared.sum : gradient(at: x) { derivative(order - 1, $0).sum }
    }
    let found = gradient(at: x) { derivative(3, $0).sum }
    expectClose(found, Tensor(repeating: 24, [3]))
  }

  // L = ½ Σ a x² after one inner step: x − α a x = (1 − αa) x. Its loss is ½ Σ a (1 − αa)² x².
  @Test("MAML's gradient goes through the inner step, first-order MAML's does not")
  func firstOrderDiffers() {
    let a = Tensor([1, 2, 3])
    let alpha: Real = 0.25
    func loss(_ x: Variable) -> Variable { (Variable(a) * x.squared).sum / 2 }
    let kept = Tensor(a.values.map { 1 - alpha * $0 })
    let second = gradient(at: x) { x in loss(x - alpha * gradient(at: x, of: loss)) }
    expectClose(second, a * kept.squared * x)
    let first = gradient(at: x) { x in loss(x - alpha * gradient(at: x, of: loss).detached) }
    expectClose(first, a * kept * x)
  }

  @Test("A gradient with respect to something that does not matter is zero, of its shape")
  func independent() {
    let other = Variable(Tensor([1, 2]))
    #expect(gradient(at: x) { _ in other.squared.sum } == .zeros([3]))
    #expect(gradient(at: Variable(x)) { _ in Variable(3) }.value == .zeros([3]))
    #expect(gradient(at: x) { $0.detached.squared.sum } == .zeros([3]))
    let outer = gradient(at: x) { x in gradient(at: other) { _ in x.squared.sum }.sum }
    #expect(outer == .zeros([3]))
  }

  @Test("A function written over a layer's sums changes no number that anybody still looks at")
  func overwriting() {
    let theta = Variable(Tensor([0.5, -1, 2, 0.25, -0.75, 1.5, 0.1, -0.2]))
    let w = Slot(offset: 0, shape: [3, 2])
    let b = Slot(offset: 6, shape: [2])
    // The sums are kept, and used twice.
    let kept = gradient(at: Tensor(x.values, [1, 3])) { x in
      let sums = Variable.linear(x, theta, weight: w, bias: b)
      let before = sums.value.values
      let result = sums.relu.sum + (sums.sigmoid * sums.hyperbolicTangent).sum
      #expect(sums.value.values == before)
      return result
    }
    let apart = gradient(at: Tensor(x.values, [1, 3])) { x in
      func sums() -> Variable { Variable.product(x, theta[w]) + theta[b] }
      return sums().relu.sum + (sums().sigmoid * sums().hyperbolicTangent).sum
    }
    expectClose(kept, apart)
    // tanh's derivative is written in its result, which a function after it must leave alone.
    let chained = gradient(at: x) { $0.hyperbolicTangent.sigmoid.relu.sum }
    let t = x.hyperbolicTangent
    let s = t.sigmoid
    expectClose(chained, s * (-s + 1) * (-t.squared + 1))
  }

  @Test("The gradient of the identity is one")
  func identity() {
    #expect(gradient(at: Tensor(3)) { $0 } == Tensor(1))
    #expect(gradient(at: Tensor([3], [1, 1])) { $0 } == .ones([1, 1]))
  }

  @Test("An inner variable is not confused with the outer one")
  func nestedVariables() {
    // d/dx (x · d/dy (x + y)) = 1, and 2 if the two were one.
    let found = gradient(at: Tensor(1)) { x in x * gradient(at: Variable(1)) { y in x + y } }
    #expect(found == Tensor(1))
    // d/dx (x · d/dy (x·y)) at y = x: the inner gradient is x, whatever y is.
    let product = gradient(at: Tensor(3)) { x in x * gradient(at: x) { y in x * y } }
    #expect(product == Tensor(6))
  }

  @Test("Mixed derivatives: the gradient over θ of a gradient over x")
  func mixed() {
    let theta = Tensor([2, 3, 5])
    // ∂/∂x Σ θ² x³ = 3 θ² x²; the sum's gradient over θ is 6 θ x².
    let found = gradient(at: theta) { theta in
      gradient(at: Variable(x)) { x in (theta.squared * x * x.squared).sum }.sum
    }
    expectClose(found, 6 * theta * x.squared)
  }

  @Test("A gradient at a tensor is a constant for whatever surrounds it")
  func constantInside() {
    let found = gradient(at: x) { outer in
      (outer * Variable(gradient(at: outer.value) { $0.squared.sum })).sum
    }
    expectClose(found, 2 * x)
  }

  @Test("Variables that meet again are counted once a path")
  func diamonds() {
    // 2²⁰ paths, each contributing x: a walk over paths instead of nodes would not end.
    let found = gradient(at: Tensor(1)) { x in (0..<20).reduce(x) { y, _ in y + y } }
    #expect(found == Tensor(1_048_576))
  }

  @Test("A history of 100,000 operations is walked and released without a deep stack")
  func longHistory() {
    let found = gradient(at: Tensor(1)) { x in (0..<100_000).reduce(x) { y, _ in y + 0 } }
    #expect(found == Tensor(1))
  }

  @Test("Hessian-vector products of a network are symmetric", arguments: Activation.allCases)
  func symmetry(_ activation: Activation) {
    let network = MLP(inputs: 5, hidden: [6, 4], outputs: 3, activation: activation)
    var random = Random(seed: 3)
    let theta = network.layout.initial(&random)
    func vector(_ shape: Shape) -> Tensor {
      Tensor((0..<shape.count).map { _ in Real(random.normal()) }, shape)
    }
    let (input, u, v) = (Variable(vector([7, 5])), vector(theta.shape), vector(theta.shape))
    func hessian(times v: Tensor) -> Tensor {
      gradient(at: theta) { theta in
        let slope = gradient(at: theta) { theta in
          network(input, at: theta, task: nil).crossEntropy([0, 1, 2, 0, 1, 2, 0])
        }
        return (slope * Variable(v)).sum
      }
    }
    let (left, right) = (u.dot(hessian(times: v)), v.dot(hessian(times: u)))
    #expect(abs(left) > 1e-3)
    #expect(abs(left - right) <= 100 * Real.ulpOfOne * u.norm * hessian(times: v).norm)
  }
}
