import CLCore
import Exercise

/// The answers in each scenario: the highest score among the active outputs.
struct AnswersCheck: Check {
  let place = "01-forgetting/answers"
  let trials = [
    Trial("task-incremental") { random in
      let scores = random.tensor([24, outputs])
      return question(
        "task", scores, among: own,
        slips: [
          Slip(
            "place-in-range",
            "You give the place within the task's outputs. Asked for is the output's number in scores: add where the range begins.",
            gives: Value(scores.columns(own).argmaxOfRows), level: .almost),
          Slip(
            "not-told",
            "Outputs of other tasks take part. Task-incremental, the learner is told the task and chooses among its classes.",
            gives: Value(answers(scores, among: met))),
        ])
    },
    Trial("domain-incremental") { random in
      question("domain", random.tensor([24, classes]), among: 0..<classes, slips: [])
    },
    Trial("class-incremental") { random in
      let scores = random.tensor([24, outputs])
      return question(
        "class", scores, among: met,
        slips: [
          Slip(
            "not-met",
            "Outputs of tasks that are still to come take part. Class-incremental, the learner chooses among the classes met so far.",
            gives: Value(answers(scores, among: 0..<outputs))),
          Slip(
            "told",
            "You use the task's identity. Class-incremental, the learner is not told it and must choose among all classes met.",
            gives: Value(answers(scores, among: own))),
          Slip(
            "latest-only",
            "Only the latest task's outputs take part. Class-incremental, those of all tasks met so far do.",
            gives: Value(answers(scores, among: (tasksMet - 1) * classes..<tasksMet * classes))),
        ])
    },
  ]

  private static let classes = 2
  private static let task = 1
  private static let tasksMet = 4
  private static let outputs = 10
  private static let own = task * classes..<(task + 1) * classes
  private static let met = 0..<tasksMet * classes

  private static func question(
    _ scenario: String, _ scores: Tensor, among active: Range<Int>, slips: [Slip]
  ) -> Question {
    Question(
      Call(
        scenario, [Value(scores), Value([task]), Value([classes]), Value([tasksMet])]),
      gives: Value(answers(scores, among: active)), slips: slips)
  }

  private static func answers(_ scores: Tensor, among active: Range<Int>) -> [Int] {
    scores.columns(active).argmaxOfRows.map { active.lowerBound + $0 }
  }
}
