import Book
import CLCore

/// A method of the family as a function of its strength, with the strengths to choose from.
struct Member: Sendable {
  let strengths: [Double]
  let make: @Sendable (Double) -> any Strategy

  init(_ strengths: [Double], _ make: @escaping @Sendable (Double) -> any Strategy) {
    (self.strengths, self.make) = (strengths, make)
  }

  /// The method at each of its strengths.
  var everyStrength: [any Strategy] { strengths.map { make($0) } }

  /// Its name in tables and figures.
  var name: String { make(strengths[0]).name }
}

/// How well each strength of each member did on one stream, [members][strengths].
struct Search: Sendable {
  let members: [Member]
  let accuracies: [[Double]]
  /// What fine-tuning does on that stream.
  let fineTuning: Double

  /// A search from the accuracies of fine-tuning and of all strengths, member by member.
  init(_ members: [Member], _ found: [Double]) {
    self.members = members
    fineTuning = found.first ?? .nan
    var rest = found.dropFirst()
    accuracies = members.map { member in
      defer { rest = rest.dropFirst(member.strengths.count) }
      return Array(rest.prefix(member.strengths.count))
    }
  }

  /// The strength that did best, for each member.
  var best: [Double] {
    zip(members, accuracies).map { member, row in
      member.strengths[row.indices.max { row[$0] < row[$1] } ?? 0]
    }
  }

  /// The members at their best strengths.
  var chosen: [any Strategy] { zip(members, best).map { $0.make($1) } }

  /// The strength chosen for a method.
  subscript(name: String) -> Double? {
    members.firstIndex { $0.name == name }.map { best[$0] }
  }
}
