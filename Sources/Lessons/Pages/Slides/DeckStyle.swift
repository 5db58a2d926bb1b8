/// How slides look, and the script that turns them.
enum DeckStyle {
  /// Type grows with the window; on a narrow one a slide is as high as what stands on it.
  static let css = """
    html { font-size: clamp(16px, min(2.1vw, 3.7vh), 44px); scroll-snap-type: y proximity; line-height: 1.45; }
    .slide { position: relative; min-height: 100vh; padding: 4vh 6vw 7vh; display: flex; flex-direction: column;
      scroll-snap-align: start; border-bottom: 1px solid var(--rule); }
    .slide h2 { font-size: 1.55rem; margin: 0 0 .8rem; }
    .parts { flex: 1; display: flex; flex-direction: column; justify-content: center; gap: 1.1rem;
      min-width: 0; }
    .parts > * { margin: 0; max-width: 100%; }
    .parts p { margin: 0; } .parts p + p { margin-top: .5em; } .parts > p { font-size: 1.15em; max-width: 38em; }
    .formula { font-size: 1.15em; }
    .first { justify-content: center; } .first h1 { font-size: 3rem; }
    .picture { padding: 2vh 2vw 5vh; }
    .picture h2 { font-size: .8rem; font-weight: 500; color: var(--muted); margin: 0 0 .3rem; }
    .card { background: #fff; border-radius: 8px; padding: .4rem; flex: 1; min-height: 0; display: flex;
      align-items: center; justify-content: center; }
    .card img { display: block; width: 100%; max-height: 84vh; object-fit: contain; }
    .ask { background: var(--ask); border-left: .3rem solid var(--ask-edge); padding: 1rem 1.2rem;
      border-radius: 0 8px 8px 0; font-size: 1.15em; }
    .ask .title { color: var(--ask-ink); font-weight: 700; font-size: .8em; margin-bottom: .3em; }
    .scroll { overflow-x: auto; } table { border-collapse: collapse; font-size: .95em; }
    caption { text-align: left; font-weight: 600; padding-bottom: .5em; }
    .parts > .note { font-size: .75em; color: var(--muted); max-width: none; }
    th, td { text-align: left; padding: .3em 1.2em .3em 0; } .number { text-align: right; }
    thead th { border-bottom: 2px solid var(--muted); } tbody tr + tr > * { border-top: 1px solid var(--rule); }
    .count { position: absolute; right: 1.2rem; bottom: .5rem; margin: 0; font-size: .6rem; color: var(--muted); }
    @media print {
      @page { size: 13.333in 7.5in; margin: 0; }
      html { font-size: 20pt; }
      .slide { height: 7.5in; min-height: 0; break-after: page; overflow: hidden; border: 0; }
      .card img { max-height: 6.3in; }
    }
    """

  /// Arrows, Page Up and Down and the space bar go from slide to slide. No `<` or `&`, so that the page stays XML.
  static let script = """
    addEventListener("keydown", event => {
      const step = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1,
        PageUp: -1 }[event.key];
      if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
      const slides = [...document.querySelectorAll(".slide")];
      const distances = slides.map(slide => Math.abs(slide.getBoundingClientRect().top));
      const here = distances.indexOf(Math.min(...distances));
      slides[Math.max(0, Math.min(slides.length - 1, here + step))].scrollIntoView();
      event.preventDefault();
    });
    """
}
