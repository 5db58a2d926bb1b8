import Foundation

/// Student's t distribution for a whole number of degrees of freedom ν.
///
/// For whole ν the probability of |t| ≤ x is a finite sum (Abramowitz and Stegun, 1964, 26.7.3 and
/// 26.7.4), exact but for rounding; no incomplete beta function is needed.
package struct StudentT: Sendable {
  package let degreesOfFreedom: Int

  package init(degreesOfFreedom: Int) {
    require(degreesOfFreedom > 0, "Student's t needs a degree of freedom, got \(degreesOfFreedom)")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The probability that |t| ≤ x.
  package func probability(within x: Double) -> Double {
    let nu = Double(degreesOfFreedom)
    let radius = (nu + x * x).squareRoot()
    let sine = x / radius
    let cosine = nu.squareRoot() / radius
    // Terms of the sum: cos θ, 2/3 cos³ θ, 2/3·4/5 cos⁵ θ … for odd ν,
    // 1, 1/2 cos² θ, 1/2·3/4 cos⁴ θ … for even ν, up to the power ν − 2.
    let isOdd = degreesOfFreedom % 2 == 1
    var term = isOdd ? cosine : 1
    var sum = 0.0
    for power in stride(from: isOdd ? 1 : 0, through: degreesOfFreedom - 2, by: 2) {
      sum += term
      term *= cosine * cosine * Double(power + 1) / Double(power + 2)
    }
    return isOdd ? 2 / Double.pi * (atan(x / nu.squareRoot()) + sine * sum) : sine * sum
  }

  /// The x with |t| ≤ x in the fraction `confidence` of cases, such as 2.776 for 0.95 and ν = 4.
  package func twoSidedQuantile(confidence: Double) -> Double {
    require(
      confidence > 0 && confidence < 1, "a confidence lies between 0 and 1, got \(confidence)")
    var low = 0.0
    var high = 1.0
    while probability(within: high) < confidence { (low, high) = (high, 2 * high) }
    // Bisection: the probability rises with x, and 60 halvings leave the last digit.
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if probability(within: middle) < confidence { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
