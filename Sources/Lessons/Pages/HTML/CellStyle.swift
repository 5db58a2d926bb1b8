/// How code, outputs and asides look.
enum CellStyle {
  static let code = """
    .code { display: block; margin: 0; font: .82rem/1.5 \(Stylesheet.mono); white-space: pre;
      overflow-x: auto; background: var(--code); border-radius: 6px; padding: .7rem 0; tab-size: 2; }
    .code code { font-size: 1em; display: block; width: max-content; min-width: 100%; padding-right: .9rem; }
    .line::before { content: attr(data-n); display: inline-block; width: 3.1em; padding-right: 1em;
      text-align: right; color: var(--muted); user-select: none; }
    .gap { padding-left: 2.1em; color: var(--muted); user-select: none; }
    .kw { color: var(--keyword); } .ty { color: var(--type); } .nu { color: var(--number); }
    .st { color: var(--string); } .co { color: var(--comment); font-style: italic; }
    .program, .library { margin: 1.2em 0; }
    .library { border-left: 3px solid var(--rule); padding-left: .7rem; }
    .library .file { font: .78rem \(Stylesheet.mono); color: var(--muted); margin: 0 0 .3em;
      overflow-wrap: anywhere; }
    .fold > summary { list-style: none; cursor: pointer; border-radius: 6px; }
    .fold > summary::-webkit-details-marker { display: none; }
    .fold[open] > summary .preview { display: none; }
    .fold .more { display: inline-block; font-size: .82rem; color: var(--link); margin: .35rem .2rem; }
    .fold .more::before { content: "▸ "; } .fold[open] .more::before { content: "▾ "; }
    .pair { margin: 1.2em 0; }
    @media (min-width: 1340px) {
      main .pair { max-width: none; }
      .pair { display: grid; grid-template-columns: minmax(15rem, 20rem) minmax(0, 1fr); gap: 1.4rem;
        align-items: center; }
      .pair .code { font-size: .76rem; } .pair .library { margin: .5em 0; }
      .pair .formula > :last-child { margin-bottom: 0; }
    }
    """

  static let outputs = """
    .outputs { background: var(--tint); border-left: 4px solid var(--edge); border-radius: 0 8px 8px 0;
      padding: .9rem 1rem .6rem; margin: 1.2em 0; }
    .outputs > :first-child { margin-top: 0; }
    .said { font-size: .84rem; line-height: 1.5; margin: 0 0 .3em; overflow-x: auto; white-space: pre-wrap; }
    .took { color: var(--muted); font-size: .8rem; margin: .4em 0 0; text-align: right; }
    .scroll { overflow-x: auto; margin: .8em 0 .4em; }
    table { border-collapse: collapse; font-size: .88rem; line-height: 1.4; }
    caption { text-align: left; font-weight: 600; padding-bottom: .5em; }
    th, td { text-align: left; padding: .3em .9em .3em 0; vertical-align: top; }
    thead th { border-bottom: 2px solid var(--muted); vertical-align: bottom; }
    tbody th { font-weight: 500; }
    tbody tr + tr > * { border-top: 1px solid var(--rule); }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; padding-left: .9em; }
    .note { color: var(--muted); font-size: .84rem; }
    figure { margin: 1.2em 0; }
    .card { background: #fff; border: 1px solid var(--rule); border-radius: 8px; padding: .5rem; overflow-x: auto; }
    @media (max-width: 599px) { .card img { min-width: 34rem; } }
    .card img { display: block; width: 100%; height: auto; }
    figcaption { font-size: .88rem; line-height: 1.5; margin-top: .6em; }
    .files { font-size: .82rem; color: var(--muted); margin: .3em 0 0; }
    .claim { margin: .5em 0; padding-left: 1.6em; text-indent: -1.6em; font-size: .94rem; }
    .claim .mark { display: inline-block; width: 1.6em; text-indent: 0; font-weight: 700; }
    .claim .found { display: block; text-indent: 0; color: var(--muted); font-size: .9em; }
    .holds .mark { color: var(--good); } .fails .mark { color: var(--bad); }
    .notice, .alarm { border-left: 4px solid var(--ask-edge); background: var(--ask); padding: .6rem .9rem;
      border-radius: 0 6px 6px 0; }
    """

  static let asides = """
    .box { background: var(--ask); border-left: 4px solid var(--ask-edge); border-radius: 0 8px 8px 0;
      padding: .8rem 1rem; margin: 1.2em 0; }
    .box > :last-child { margin-bottom: 0; }
    .box > .title { font-weight: 700; color: var(--ask-ink); margin: 0 0 .3em; font-size: .86rem;
      letter-spacing: .03em; text-transform: uppercase; }
    .reveal > summary { display: inline-block; cursor: pointer; border: 1px solid var(--ask-edge);
      background: var(--ask); color: var(--ask-ink); border-radius: 99px; padding: .3em 1.1em; font-weight: 600;
      font-size: .92rem; margin: .2em 0 .6em; }
    .hint { margin: -.4em 0 1.2em; padding: 0 1rem; }
    .hint > summary { cursor: pointer; color: var(--link); font-size: .92rem; }
    .quiz details { border-top: 1px solid var(--ask-edge); padding: .45em 0; }
    .quiz summary { cursor: pointer; }
    .quiz details p { margin: .3em 0 .2em 1.15em; font-size: .95rem; }
    .right b { color: var(--good); } .wrong b { color: var(--bad); }
    """

  /// On paper everything is open and nothing is cut.
  static let print = """
    @supports not selector(::details-content) { .contents label { display: none; } }
    @media print {
      @page { margin: 18mm 16mm; }
      html { font-size: 10pt; }
      .contents, .skip, .fold > summary, footer, .reveal > summary, .motion, .files { display: none; }
      .frame { display: block; max-width: none; padding: 0; }
      main > * > *, main > header { max-width: none; }
      details::details-content { content-visibility: visible; height: auto; }
      pre, .code, .said, .scroll { white-space: pre-wrap; overflow: visible; }
      .code code { width: auto; }
      .card { border: 0; padding: 0; } .card img { min-width: 0; max-height: 130mm; object-fit: contain; }
      figure, .box, table, .claim { break-inside: avoid; }
      h2, h3, .title { break-after: avoid; }
      a { color: inherit; text-decoration: none; }
    }
    """
}
