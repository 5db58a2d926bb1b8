/// ln x for a positive, finite x, by IEEE basic operations only.
///
/// The C library's `log` differs in the last bit between systems, and with it every normal number
/// would. x = m·2ᵉ with m in [√½, √2), and ln m = 2·artanh s with s = (m − 1)/(m + 1): |s| < 0.172,
/// so twelve terms of the series reach the last bit.
package func naturalLogarithm(_ x: Double) -> Double {
  var exponent = Double(x.exponent)
  var m = x.significand
  if m > 1.414_213_562_373_095_1 {
    m /= 2
    exponent += 1
  }
  let s = (m - 1) / (m + 1)
  let square = s * s
  var series = 0.0
  for power in stride(from: 23, through: 3, by: -2) {
    series = (series + 1 / Double(power)) * square
  }
  // ln 2 in two parts: the first has trailing zeros, so its product with the exponent is exact.
  let high = 0x1.62e42fefa38p-1
  let low = 0x1.ef35793c7673p-45
  let tail = 2 * s * series + exponent * low
  return exponent * high + (2 * s + tail)
}
