/// How a page looks. Fonts are those of the reader's system: nothing is fetched.
enum Stylesheet {
  static let sans = """
    system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", "Noto Sans CJK SC", sans-serif
    """
  static let mono = """
    ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace
    """

  /// Type and words, the same on pages and in the index.
  static let base = """
    * { box-sizing: border-box; }
    html { font: 1.0625rem/1.6 \(sans); background: var(--paper); color: var(--ink);
      scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
    body { margin: 0; }
    a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: from-font; }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
    h1 { font-size: 2.1rem; line-height: 1.2; margin: .2em 0 .5em; text-wrap: balance; }
    h2 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 .6em; text-wrap: balance; }
    h3 { font-size: 1.2rem; line-height: 1.35; margin: 0 0 .5em; }
    p + h3, pre + h3, ul + h3 { margin-top: 1.6em; }
    p, ul, ol { margin: 0 0 1em; }
    li { margin: .25em 0; }
    li > p { margin: 0; }
    code, pre { font-family: \(mono); }
    pre { overflow-x: auto; }
    :not(pre) > code { font-size: .88em; overflow-wrap: anywhere; }
    math { font-family: "STIX Two Math", "Cambria Math", "Latin Modern Math", "DejaVu Math TeX Gyre", math; }
    math[display="block"] { overflow-x: auto; overflow-y: hidden; padding: .35em 0; max-width: 100%; }
    .skip { position: absolute; left: -99em; }
    .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .4rem .8rem; z-index: 2; }
    .muted, .facts { color: var(--muted); font-size: .9rem; }
    .facts a { white-space: nowrap; }
    """

  /// The frame of a chapter's page: contents on the left where there is room.
  static let frame = """
    .frame { max-width: 46rem; margin: 0 auto; padding: 1rem 1.1rem 4rem; }
    .frame > * { min-width: 0; }
    main > header { border-bottom: 1px solid var(--rule); margin-bottom: 2rem; padding-bottom: .4rem; }
    section { margin: 0 0 3.2rem; }
    .contents { font-size: .9rem; line-height: 1.4; border: 1px solid var(--rule); border-radius: 8px;
      padding: .6rem .9rem; margin-bottom: 1.5rem; background: var(--paper); }
    .contents summary { font-weight: 600; cursor: pointer; }
    .contents ol { list-style: none; margin: .6rem 0; padding: 0; }
    .contents li { margin: .42em 0; }
    .contents .part { padding-left: 1em; font-size: .95em; }
    .contents a { color: var(--ink); text-decoration: none; }
    .contents a:hover { color: var(--link); text-decoration: underline; }
    .contents label { display: flex; gap: .5em; align-items: center; color: var(--muted); cursor: pointer; }
    body:has(#open-all:checked) main details::details-content { content-visibility: visible; height: auto; }
    body:has(#open-all:checked) .preview, body:has(#open-all:checked) .more { display: none; }
    footer { border-top: 1px solid var(--rule); padding-top: 1rem; display: flex; flex-wrap: wrap; gap: 1rem;
      justify-content: space-between; }
    @media (min-width: 900px) {
      .frame { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: 3rem; max-width: 90rem;
        padding: 2rem 2rem 5rem; }
      .contents { border: 0; border-right: 1px solid var(--rule); border-radius: 0; position: sticky; top: 1.5rem;
        max-height: calc(100vh - 3rem); overflow-y: auto; align-self: start; padding: 0 1rem 0 0; }
      .contents::details-content { content-visibility: visible; height: auto; }
      .contents summary { list-style: none; pointer-events: none; }
      .contents summary::-webkit-details-marker { display: none; }
      main > * > *, main > header { max-width: 46rem; }
    }
    """
}
