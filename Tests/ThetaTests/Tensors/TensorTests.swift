import Testing
import Theta

@Suite("Tensors are values")
struct TensorTests {
  private let numbers = Tensor([1, 2, 3, 4, 5, 6], [2, 3])

  /// Where the numbers are in memory.
  private func address(_ tensor: Tensor) -> UnsafePointer<Real>? { tensor.read { $0.baseAddress } }

  @Test("A copy never changes, whichever of the two is written to")
  func copies() {
    let original = numbers
    var copy = original
    copy[0] = 10
    #expect(original == numbers)
    #expect(copy.values == [10, 2, 3, 4, 5, 6])
    var first = copy
    let second = first
    first.add(1, .ones([2, 3]))
    #expect(second == copy)
    #expect(first.values == [11, 3, 4, 5, 6, 7])
  }

  @Test("Parts, rows and other shapes share numbers until one is written to")
  func views() {
    var theta = Tensor([0, 1, 2, 3, 4, 5])
    var part = theta.part(from: 2, [2, 2])
    let row = part.rows(1..<2)
    let flat = part.reshaped([4])
    #expect(address(row) == address(theta).map { $0 + 4 })
    part[0] = 20
    theta[3] = 30
    #expect(theta.values == [0, 1, 2, 30, 4, 5])
    #expect(part.values == [20, 3, 4, 5])
    #expect(row == Tensor([4, 5], [1, 2]))
    #expect(flat == Tensor([2, 3, 4, 5]))
  }

  @Test("Concatenated tensors add up their rows, stacked ones get a new first axis")
  func together() {
    let others = Tensor([7, 8, 9, 10, 11, 12], [2, 3])
    let both: [Real] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
    let three: [Real] = [1, 2, 3, 4, 5, 6, 10, 11, 12]
    #expect(Tensor.concatenated([numbers, others.rows(1..<2)]) == Tensor(three, [3, 3]))
    #expect(Tensor.stacked([numbers, others]) == Tensor(both, [2, 2, 3]))
    #expect(Tensor.stacked([Tensor(3), Tensor(4)]) == Tensor([3, 4]))
    let twice = Tensor.stacked([numbers, others]).rows(at: [1, 1])
    #expect(twice == Tensor.concatenated([others, others]).reshaped([2, 2, 3]))
  }

  @Test("Adding a tensor to itself reads the numbers from before")
  func addToItself() {
    var x = numbers
    x += x
    #expect(x == 2 * numbers)
  }

  @Test("Writing to numbers that nobody else sees copies nothing")
  func inPlace() {
    var x = Tensor.zeros([1000])
    let before = address(x)
    x[3] = 1
    x.add(2, .ones([1000]))
    x.write { $0[4] = 7 }
    #expect(address(x) == before)
    let copy = x
    x[5] = 1
    #expect(address(x) != before)
    #expect(address(copy) == before)
  }

  @Test("A copy made on one thread does not see another thread's writes")
  func acrossThreads() async {
    let shared = Tensor(repeating: 1, [10_000])
    let sums = await withTaskGroup(of: Real.self) { group in
      for task in 1...8 {
        group.addTask {
          var mine = shared
          for _ in 0..<50 { mine.add(Real(task), .ones([10_000])) }
          return mine[9_999]
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    let expected: [Real] = [51, 101, 151, 201, 251, 301, 351, 401]
    #expect(sums.sorted() == expected)
    #expect(shared == .ones([10_000]))
  }

  @Test("Equal shapes and numbers are equal; NaN is not, and zeros are whatever their sign")
  func equality() {
    #expect(numbers != numbers.reshaped([3, 2]))
    #expect(Tensor([.nan]) != Tensor([.nan]))
    #expect(Tensor([0]) == Tensor([-0.0]))
  }
}
