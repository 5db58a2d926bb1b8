/// The commands of formulas and the characters that stand for them on a terminal.
enum FormulaSymbols {
  /// What an atom is decides the blanks around it.
  enum Role {
    case ordinary, binary, relation, opening, closing, punctuation, function, big, fraction, space
  }

  static let ordinary: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ",
    "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ",
    "tau": "τ", "upsilon": "υ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ",
    "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "partial": "∂", "nabla": "∇", "infty": "∞", "ell": "ℓ",
    "top": "⊤", "prime": "′", "star": "*", "ast": "*", "ldots": "…", "dots": "…", "cdots": "⋯",
    "vdots": "⋮", "emptyset": "∅", "forall": "∀", "exists": "∃", "neg": "¬", "vert": "|",
    "Vert": "‖", "|": "‖", "%": "%", "#": "#", "_": "_", "$": "$", "circ": "∘", "bullet": "•",
  ]
  static let binary: [String: String] = [
    "cdot": "·", "times": "×", "odot": "⊙", "oplus": "⊕", "otimes": "⊗", "pm": "±", "mp": "∓",
    "cup": "∪", "cap": "∩", "setminus": "∖", "land": "∧", "wedge": "∧", "lor": "∨", "vee": "∨",
    "div": "÷",
  ]
  static let relation: [String: String] = [
    "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈",
    "equiv": "≡", "sim": "∼", "propto": "∝", "in": "∈", "notin": "∉", "subset": "⊂",
    "subseteq": "⊆", "to": "→", "rightarrow": "→", "leftarrow": "←", "gets": "←", "mapsto": "↦",
    "Rightarrow": "⇒", "Leftrightarrow": "⇔", "iff": "⇔", "mid": "|", "ll": "≪", "gg": "≫",
    "triangleq": "≜", "coloneqq": "≔", "perp": "⊥", "parallel": "∥", "lt": "<", "gt": ">",
  ]
  static let opening: [String: String] = [
    "lVert": "‖", "lvert": "|", "langle": "⟨", "lfloor": "⌊", "lceil": "⌈", "{": "{",
  ]
  static let closing: [String: String] = [
    "rVert": "‖", "rvert": "|", "rangle": "⟩", "rfloor": "⌋", "rceil": "⌉", "}": "}",
  ]
  static let big: [String: String] = [
    "sum": "Σ", "prod": "∏", "int": "∫", "bigcup": "⋃", "bigcap": "⋂",
  ]
  static let functions: Set<String> = [
    "log", "ln", "exp", "max", "min", "arg", "argmax", "argmin", "sup", "inf", "lim", "det", "dim",
    "sin", "cos", "tan", "tanh", "Pr", "ker",
  ]
  static let spaces: [String: String] = [
    ",": " ", ":": " ", ";": " ", " ": " ", "!": "", "quad": "  ", "qquad": "    ",
  ]
  /// Combining marks set after the letter.
  static let accents: [String: String] = [
    "hat": "\u{302}", "widehat": "\u{302}", "bar": "\u{304}", "overline": "\u{304}",
    "tilde": "\u{303}", "widetilde": "\u{303}", "dot": "\u{307}", "ddot": "\u{308}",
    "vec": "\u{20D7}",
  ]
  static let textCommands: Set<String> = [
    "text", "textrm", "textbf", "textit", "texttt", "mathrm", "mathbf", "mathit", "mathsf",
    "mathtt", "boldsymbol", "operatorname",
  ]
  /// Commands that only size what follows.
  static let sizing: Set<String> = [
    "left", "right", "big", "Big", "bigl", "bigr", "Bigl", "Bigr", "displaystyle", "textstyle",
    "limits", "nolimits",
  ]

  static let subscripts = table(
    from: "0123456789+−=()aehijklmnoprstuvxβγρφχ", to: "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")
  static let superscripts = table(
    from: "0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW⊤αβ*′",
    to: "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵀᵅᵝ*′")
  static let blackboard = table(from: "CENPQRZ1", to: "ℂ𝔼ℕℙℚℝℤ𝟙")
  static let calligraphic = table(
    from: "ABCDEFGHIJKLMNOPQRSTUVWXYZ", to: "𝒜ℬ𝒞𝒟ℰℱ𝒢ℋℐ𝒥𝒦ℒℳ𝒩𝒪𝒫𝒬ℛ𝒮𝒯𝒰𝒱𝒲𝒳𝒴𝒵")
  static let vulgar: [String: String] = [
    "1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾",
  ]

  private static func table(from: String, to: String) -> [Character: Character] {
    Dictionary(zip(from, to)) { first, _ in first }
  }
}
