/// Words that would do harm if a shell or gnuplot took them for commands, would be mark-up, or would break a file.
enum HostileWords {
  /// All of them; what runs a command would make the file `trap`.
  static func all(trap: String) -> [String] {
    let commands = [
      "touch \(trap)", "touch${IFS}\(trap)", "set output '\(trap)'", "print 1/0", "exit",
    ]
    let ran = commands.flatMap { command in
      [
        "`\(command)`", "\"`\(command)`\"", "'`\(command)`'", "''`\(command)`''", "$(\(command))",
        "'; system('\(command)'); '", "\"; system(\"\(command)\"); \"", "' ; !\(command)",
        "<\(command)",
        "|\(command)", "\n!\(command)\n", "\r\n\(command)\r\n", "a'\n\(command)\n#",
        "'.system('\(command)').'",
        "@\(command)", "\\\n\(command)", "; \(command) #", "{\(command)}", "\(command) &",
      ]
    }
    let marks = [
      "_", "^", "{", "}", "@", "&", "~", "\\", "%", "#", "\"", "'", "`", "$", "<", ">", "|", ";",
    ]
    .flatMap { ["a\($0)b", "\($0)\($0)", "\($0)lead", "trail\($0)", "\($0){x}\($0)"] }
    return ran + marks + single
  }

  /// Each a case of its own.
  private static let single: [String] = [
    "it's", "'", "'''", "\"", "\\'", "\\\"", "ends in \\", "${HOME}", "$HOME", "@kind", "@name@",
    "'@kind'",
    "split_mnist^2", "{/:Bold x}", "}}{{", "# not a comment", "50 %", "%s%n%d", "%f %g", "a & b",
    "<b>&amp;</b>", "]]>", "<!--", "<![CDATA[x]]>", "<?xml?>", "&#65;", "&lt;", "a\nb", "tab\there",
    "\u{0}nul",
    "\u{1}\u{2}\u{1F}", "\u{7F}\u{80}\u{9F}", "\u{1B}[31mred", "\u{202E}reversed",
    "\u{2066}isolated",
    "\u{2067}\u{2068}x\u{2069}", "\u{200E}\u{200F}marks", "שלום עולם", "مرحبا بالعالم", "א + b = ג",
    "θ* λ ∇ Ω ²", "灾难性遗忘", "弹性权重巩固", "🙂👩‍👩‍👧", "🇨🇭🏳️‍🌈", "e\u{301}\u{302}\u{303}", "Z\u{351}\u{300}algo",
    "\u{FEFF}bom", "\u{FFFE}", "\u{FFFF}", "\u{2028}line\u{2029}paragraph", "\u{E000}private",
    "\u{10FFFF}",
    "\u{AD}soft", "\u{200B}zero", "e", "EOD", "$data << EOD", "NaN", "inf", "1e400", "0x10",
    "set term",
    "-", "--", "-d", "~a{.8-}", "&{space}", "@^2_3", "\\U+03BB", "\\n", "\\101", "../../etc/passwd",
    "file://x", "C:\\x", "nul", "%00", "null", String(repeating: "w", count: 400),
    String(repeating: "long words ", count: 36), String(repeating: "🙂", count: 400),
    String(repeating: "'", count: 400), String(repeating: "灾", count: 400),
    String(repeating: "_{", count: 200),
    " ", "", "\n",
  ]
}
