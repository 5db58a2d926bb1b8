import Lessons
import Testing

@Suite("Formulas are read as Unicode")
struct FormulaTests {
  @Test(
    "The formulas of the subject",
    arguments: [
      (#"\theta^*_A"#, "θ*_A"),
      (#"\theta_i^2"#, "θᵢ²"),
      (
        #"L(\theta) = L_B(\theta) + \sum_i \frac{\lambda}{2} F_i (\theta_i - \theta_i^*)^2"#,
        "L(θ) = L_B(θ) + Σᵢ λ/2 Fᵢ(θᵢ − θ*ᵢ)²"
      ),
      (#"\frac{1}{N} \sum_{n=1}^{N} x_n"#, "1/N Σₙ₌₁ᴺ xₙ"),
      (
        #"\frac{1}{T-1} \sum_{i=1}^{T-1} R_{T,i} - R_{i,i}"#,
        "1/(T − 1) Σᵢ₌₁ᵀ⁻¹ R_{T,i} − R_{i,i}"
      ),
      (#"\lVert g\rVert_2^2"#, "‖g‖₂²"),
      (#"\left| \frac{\partial L}{\partial \theta_i} \right|"#, "|∂L/∂θᵢ|"),
      (#"\nabla_{\theta} \mathcal{L}"#, "∇_θ ℒ"),
      (#"\hat y = \operatorname*{arg\,max}_c \log p(c \mid x)"#, "ŷ = arg max_c log p(c | x)"),
      (#"\mathcal D \cup \mathbb{R}"#, "𝒟 ∪ ℝ"),
      (#"\bar{x}, \tilde{g}"#, "x̄, g̃"),
      (#"\theta \in \mathbb{R}^d"#, "θ ∈ ℝᵈ"),
      (#"\theta \leftarrow \theta - \eta \nabla L"#, "θ ← θ − η∇L"),
      (#"-0.7 \le x \le -0.1"#, "−0.7 ≤ x ≤ −0.1"),
      (#"\sqrt{v} + \sqrt{v + 1}"#, "√v + √(v + 1)"),
      (#"x = \text{old task}"#, "x = old task"),
      (#"\frac12 a"#, "½ a"),
      (#"f: X \to Y"#, "f: X → Y"),
      (#"e^{-x}"#, "e⁻ˣ"),
      (#"W^\top x"#, "Wᵀx"),
      (#"\begin{aligned} a &= b \\ c &= d \end{aligned}"#, "a = b\nc = d"),
      (#"\max(0, x)"#, "max(0, x)"),
      (#"\{1, \dots, T\}"#, "{1, …, T}"),
    ])
  func formulas(_ tex: String, _ unicode: String) throws {
    #expect(try Formula.unicode(tex) == unicode)
  }

  @Test(
    "What is unknown or broken is an error that names it",
    arguments: [
      (#"\foo"#, #"unknown command \foo"#), ("{x", "a } is missing"), ("x}", "a } without its {"),
      ("x^", "^ lacks"), (#"\frac{1}"#, "frac lacks"), (#"\mathbb{k}"#, #"\mathbb has no k"#),
      ("x_1_2", "two _"), (#"\begin{matrix}"#, "unknown environment matrix"),
      (#"\text"#, #"\text lacks its {…}"#), (#"\"#, "unknown command"),
    ])
  func errors(_ tex: String, _ problem: String) {
    let error = #expect(throws: FormulaError.self) { try Formula.unicode(tex) }
    #expect(error?.problem.hasPrefix(problem) == true)
  }
}
