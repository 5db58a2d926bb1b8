import CLCore
import Exercise

/// ACC, BWT and FWT of a matrix on paper: the same numbers for every learner.
struct ReadMatrixCheck: Check {
  let place = "01-forgetting/read-matrix"
  let trials = [
    Trial("ACC") { _ in
      Question(
        Call("ACC", []), gives: .number(0.84), within: 6e-3,
        slips: [
          Slip(
            "acc-diagonal",
            "You take the mean of the diagonal: how well each task was known when it had just been learnt. ACC is about the end.",
            gives: .number(2.86 / 3)),
          Slip(
            "acc-column",
            "You take the mean of a column: one task at all times. ACC is the mean of the last row, all tasks at the end.",
            gives: .number(2.68 / 4)),
        ])
    },
    Trial("BWT") { _ in
      Question(
        Call("BWT", []), gives: .number(-0.17), within: 6e-3,
        slips: [
          Slip(
            "bwt-over-all",
            "You divide by T. The last task has no task after it, so BWT is the mean of T − 1 differences.",
            gives: .number(-0.34 / 3), level: .almost),
          Slip(
            "bwt-sign",
            "The sign is turned: BWT is the last row less the diagonal, and negative where tasks are forgotten.",
            gives: .number(0.17), level: .almost),
          Slip(
            "bwt-sum", "You add the differences up. BWT is their mean.", gives: .number(-0.34),
            level: .almost),
        ])
    },
    Trial("FWT") { _ in
      Question(
        Call("FWT", []), gives: .number(0.12), within: 6e-3,
        slips: [
          Slip(
            "fwt-no-baseline",
            "Row 0 is not subtracted. What the untrained network guesses was not transferred from anywhere.",
            gives: .number(0.62)),
          Slip(
            "fwt-over-all",
            "You divide by T. The first task has no task before it, so FWT is the mean of T − 1 differences.",
            gives: .number(0.08), level: .almost),
          Slip(
            "fwt-diagonal",
            "You take the diagonal, where the task itself has been learnt. FWT looks one row higher, before it is.",
            gives: .number(0.45)),
        ])
    },
  ]
}
