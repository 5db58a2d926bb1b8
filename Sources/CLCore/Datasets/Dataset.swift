/// Some images of a store, seen through a transform: what a task trains or tests on.
///
/// A data set is a list of rows and a few tables; the store is shared, so ten tasks of 60,000
/// images cost little more than one. A *position* counts within the data set, a *row* within the
/// store.
public struct Dataset: Sendable {
  /// Where the pixels are.
  public let store: ImageStore
  /// The store's row at each position.
  public let rows: [Int]
  /// What this task does to its images.
  public let transform: Transform
  /// What is done to the images of every task.
  public let preprocessing: Preprocessing
  /// The label that the learner is given for each class of the store.
  public let labelMap: [Int]
  let plan: GatherPlan

  /// How many images.
  public var count: Int { rows.count }
  /// Classes of the store; a subset may hold only some of them.
  public var classes: Int { store.classes }
  /// Rows of pixels in an input, padding included.
  public var height: Int { store.height + 2 * preprocessing.padding }
  /// Columns of pixels in an input, padding included.
  public var width: Int { store.width + 2 * preprocessing.padding }
  /// Numbers in an input: height · width.
  public var inputSize: Int { height * width }

  /// All images of a store, labelled by their class.
  public init(_ store: ImageStore, preprocessing: Preprocessing = .unit) {
    self.init(
      store: store, rows: Array(0..<store.count), transform: .identity,
      preprocessing: preprocessing, labelMap: Array(0..<store.classes))
  }

  private init(
    store: ImageStore, rows: [Int], transform: Transform, preprocessing: Preprocessing,
    labelMap: [Int], plan: GatherPlan? = nil
  ) {
    self.store = store
    self.rows = rows
    self.transform = transform
    self.preprocessing = preprocessing
    self.labelMap = labelMap
    self.plan =
      plan
      ?? GatherPlan(
        height: store.height, width: store.width, padding: preprocessing.padding,
        transform: transform)
  }

  /// The class in the store of the image at `position`.
  public func originalClass(at position: Int) -> Int { store.labels[rows[position]] }

  /// The label that the learner is given for the image at `position`.
  public func label(at position: Int) -> Int { labelMap[originalClass(at: position)] }

  /// Where the images with this label are.
  public func positions(of label: Int) -> [Int] {
    (0..<count).filter { self.label(at: $0) == label }
  }

  /// The labels of several images, [positions.count].
  public func labels(at positions: [Int]) -> [Int] { positions.map(label(at:)) }

  /// The images at some positions, in that order.
  public func subset(_ positions: [Int]) -> Dataset {
    with(rows: positions.map { rows[$0] })
  }

  /// The first `count` images, or all when there are fewer.
  public func prefix(_ count: Int) -> Dataset { with(rows: Array(rows.prefix(count))) }

  /// The images whose class in the store is one of `classes`, in their order.
  public func filter(classes: some Sequence<Int>) -> Dataset {
    let wanted = Set(classes)
    return with(rows: rows.filter { wanted.contains(store.labels[$0]) })
  }

  /// The same images under another transform, in place of this one.
  public func transformed(_ transform: Transform) -> Dataset {
    Dataset(
      store: store, rows: rows, transform: transform, preprocessing: preprocessing,
      labelMap: labelMap)
  }

  /// The same images with other preprocessing.
  public func preprocessed(_ preprocessing: Preprocessing) -> Dataset {
    Dataset(
      store: store, rows: rows, transform: transform, preprocessing: preprocessing,
      labelMap: labelMap)
  }

  /// The same images with class c labelled `labelMap[c]`.
  public func relabelled(_ labelMap: [Int]) -> Dataset {
    require(
      labelMap.count == classes,
      "a label map needs a label for each of \(classes) classes, got \(labelMap.count)")
    return Dataset(
      store: store, rows: rows, transform: transform, preprocessing: preprocessing,
      labelMap: labelMap, plan: plan)
  }

  /// The images in these rows of the store, in this order.
  func with(rows: [Int]) -> Dataset {
    Dataset(
      store: store, rows: rows, transform: transform, preprocessing: preprocessing,
      labelMap: labelMap, plan: plan)
  }
}
