import CKernels

// Functions of one number, applied to each. `at.result` is the function's own value, which many
// derivatives are written in.

extension Variable {
  /// x²
  public var squared: Variable {
    .record(value.squared, (self, { g, at in 2 * (g * at[0]) }))
  }

  /// √x; its derivative is infinite at 0.
  public var squareRoot: Variable {
    .record(value.squareRoot, (self, { g, at in g / (2 * at.result) }))
  }

  /// |x|, with derivative 0 at 0
  public var magnitude: Variable {
    .record(value.magnitude, (self, { g, at in g * Variable(at[0].value.sign) }))
  }

  /// eˣ
  public var exponential: Variable {
    .record(value.exponential, (self, { g, at in g * at.result }))
  }

  /// The natural logarithm.
  public var logarithm: Variable {
    .record(value.logarithm, (self, { g, at in g / at[0] }))
  }

  /// The hyperbolic tangent.
  public var hyperbolicTangent: Variable {
    consuming get {
      .record(replacing: self, by: ck_tanh) { g, at in g * (1 - at.result.squared) }
    }
  }

  /// 1 / (1 + e⁻ˣ)
  public var sigmoid: Variable {
    consuming get {
      .record(replacing: self, by: ck_sigmoid) { g, at in g * (at.result - at.result.squared) }
    }
  }

  /// max(x, 0), with derivative 0 at 0
  public var relu: Variable {
    consuming get {
      .record(replacing: self, by: ck_relu) { g, at in g.gated(by: at.result.value) }
    }
  }

  /// Its numbers where `gate` > 0, else 0. The gate is constant, so the derivative is the same gate.
  public func gated(by gate: Tensor) -> Variable {
    .record(value.gated(by: gate), (self, { g, _ in g.gated(by: gate) }))
  }
}
