import Book
import CLCore
import Lessons
import Testing

@Suite("How the methods look")
struct MethodsTests {
  @Test("No two methods share colour, dash and marker, and none looks like a reference line")
  func looks() {
    let styles = SeriesStyle.ofMethods
    let looks = Set(styles.values.map { "\($0.colour) \($0.dash) \($0.marker)" })
    #expect(looks.count == styles.count)
    #expect(!styles.values.contains(.reference))
    // Bars have their colour alone.
    let library = Kinds.library.methods.compactMap { styles[$0.standard.name]?.colour }
    #expect(library.count == Kinds.library.methods.count && Set(library).count == library.count)
  }

  @Test(
    "Every method that a chapter compares has its look",
    arguments: [
      FineTuning(), Joint(), EWC(lambda: 1), OnlineEWC(lambda: 1), L2(lambda: 1), MAS(lambda: 1),
      SI(strength: 1), RWalk(lambda: 1), SCP(lambda: 1), GEM(), AGEM(), SGEM(), LwF(),
      ExperienceReplay(), ICaRL(.each(10)), Multimodal(),
      SeparateNetworks(), FrozenFeatures(), PNN(), PackNet(), DEN(), CPG(),
    ] as [any Strategy])
  func known(_ method: any Strategy) {
    #expect(SeriesStyle.ofMethods[method.name] != nil, "\(method.name) has none")
  }

  @Test(
    "Every method of meta-learning has its look, and so has the network that is told the task",
    arguments: [
      MAML(), MAML(order: .first), Reptile(), Pretraining(), LifelongMAML(lambda: 1),
      LifelongMAML(lambda: 1, judged: .ofCurrentTask),
    ] as [any MetaStrategy])
  func knownMeta(_ method: any MetaStrategy) {
    #expect(SeriesStyle.ofMethods[method.name] != nil, "\(method.name) has none")
    #expect(SeriesStyle.ofMethods["oracle"] != nil)
  }
}
