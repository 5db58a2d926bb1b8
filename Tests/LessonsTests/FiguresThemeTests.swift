import Foundation
import Lessons
import Testing

@Suite("Light and dark paper")
struct FiguresThemeTests {
  static let themes = [Theme.light, .dark]

  /// The palette, its mixtures as chapters make them, and greys.
  static let colours =
    Colour.okabeIto + [.grey, .white, Colour(0x2166AC), Colour(0xB35806)]
    + Colour.okabeIto.map { $0.mixed(with: .white, share: 0.35) }
    + Colour.okabeIto.map { $0.mixed(with: .black, share: 0.4) }
    + (0...16).map { Colour(UInt32($0) * 0x0F0F0F) }

  @Test("give words a contrast of 4.5 and lines one of 3", arguments: themes)
  func contrasts(theme: Theme) {
    for colour in [theme.ink, theme.muted] + Self.colours.map(theme.words) {
      #expect(colour.contrast(with: theme.paper) >= 4.5)
    }
    for colour in Self.colours {
      #expect(theme.mark(colour).contrast(with: theme.paper) >= 3)
    }
  }

  @Test("hold for every colour that a script names, in every format", arguments: themes)
  func scripts(theme: Theme) throws {
    for (name, figure) in Samples.all {
      for format in Format.forLectures where format.theme == theme {
        let script = Gnuplot.script(for: figure, format: format)
        #expect(script.contains("background rgb '\(theme.paper.hex)'"))
        for match in script.matches(of: /(tc|lc) rgb '#([0-9A-F]{6})'/) {
          let colour = Colour(try #require(UInt32(match.output.2, radix: 16)))
          // The grid is meant to recede, and a rim of paper is paper.
          if colour == theme.grid || colour == theme.paper { continue }
          let least = match.output.1 == "tc" ? 4.5 : 3
          #expect(
            colour.contrast(with: theme.paper) >= least, "\(name) \(format.title) \(colour.hex)")
        }
      }
    }
  }

  @Test("keep a colour's hue, so that it means the same method on both", arguments: themes)
  func hues(theme: Theme) throws {
    for colour in Colour.okabeIto where colour != .black {
      let drawn = theme.mark(colour)
      // Mixed with black or white, channels keep their order.
      let own = [colour.red, colour.green, colour.blue]
      let new = [drawn.red, drawn.green, drawn.blue]
      for (i, j) in [(0, 1), (1, 2), (0, 2)] where own[i] != own[j] {
        #expect((own[i] < own[j]) == (new[i] <= new[j]), "\(colour.hex) \(drawn.hex)")
      }
    }
  }

  @Test(
    "leave the palette as it is where it can be seen, and keep its colours apart", arguments: themes
  )
  func apart(theme: Theme) {
    // Yellow is for areas only.
    let drawn = Colour.okabeIto.dropLast().map(theme.mark)
    for (i, a) in drawn.enumerated() {
      for b in drawn[(i + 1)...] {
        let distance = [
          Int(a.red) - Int(b.red), Int(a.green) - Int(b.green), Int(a.blue) - Int(b.blue),
        ].map { Double($0 * $0) }.reduce(0, +).squareRoot()
        #expect(distance > 40, "\(a.hex) \(b.hex)")
      }
    }
    #expect(Theme.light.mark(.blue) == .blue && Theme.light.mark(.vermilion) == .vermilion)
    #expect(Theme.dark.mark(.orange) == .orange && Theme.dark.mark(.sky) == .sky)
  }

  @Test("turn greys over: what is blackest on white is lightest on black, in the same order")
  func greys() {
    let ladder = (0...10).map { Colour(UInt32($0) * 0x0A0A0A) }
    for (a, b) in zip(ladder, ladder.dropFirst()) {
      #expect(Theme.dark.mark(a).luminance >= Theme.dark.mark(b).luminance)
      #expect(Theme.light.mark(a) == a)
    }
    #expect(Theme.dark.mark(.black) == .white)
    // Bars in two strengths of grey: the weaker is the paler on both papers.
    let pale = Colour.grey.mixed(with: .white, share: 0.65)
    for theme in Self.themes {
      #expect(theme.area(pale).luminance > 1.5 * theme.area(.grey).luminance)
      #expect(theme.area(.black).contrast(with: theme.paper) > 10)
    }
  }

  @Test("never touch a photograph")
  func photographs() {
    let light = Gnuplot.script(for: Samples.sheet, format: .page)
    let dark = Gnuplot.script(for: Samples.sheet, format: .page.on(.dark))
    #expect(light.contains("set palette gray\n") && dark.contains("set palette gray\n"))
  }

  @Test("rim cells whose colours could be taken for the paper")
  func rims() {
    func script(_ figure: Figure, _ theme: Theme) -> String {
      Gnuplot.script(for: figure, format: .page.on(theme))
    }
    #expect(script(Samples.matrix, .dark).contains("fs solid 1 border"))
    #expect(script(Samples.matrix, .light).contains("fs solid 1 noborder"))
    #expect(script(Samples.transfer, .light).contains("fs solid 1 border"))
  }
}
