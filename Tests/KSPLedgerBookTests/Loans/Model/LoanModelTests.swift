import Foundation
import GRDB
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// The book beside an oracle of loans that shares no arithmetic with it, after every random
/// operation; refused operations commit nothing.
@Suite struct LoanModelTests {
  static let steps = 900

  @Test func theLoansFollowTheOracle() throws {
    let seed = ProcessInfo.processInfo.environment["KSP_SEED"].flatMap { UInt64($0) } ?? 20_261_124
    print("loan model test: KSP_SEED=\(seed)")
    let run = try LoanModelRun(seed: seed)
    for step in 0..<Self.steps {
      try run.step(step)
      try run.compare("seed \(seed), step \(step): \(run.last)", all: step.isMultiple(of: 25))
      if step.isMultiple(of: 50) { try run.verify("seed \(seed), step \(step)") }
      if run.hasFailed { break }
    }
    try run.verify("seed \(seed), at the end")
    try run.explainEverything("seed \(seed)")
    for recognition in LoanTerms.Recognition.allCases {
      #expect(run.explained[recognition, default: 0] > 0, "\(recognition)")
    }
    for (outcome, count) in run.reached.sorted(by: { $0.key < $1.key }) {
      print("  \(outcome): \(count)")
    }
    for outcome in [
      "lend ok", "apply ok", "decide ok", "disburse ok", "disburse loan.notAtStep", "repay ok",
      "repay loan.dateTooEarly", "repay loan.notAtStep",
      "repay loan.settlementAmount", "repay loan.nothingDue", "list ok", "list refused",
      "settle ok", "settle loan.dateTooEarly", "waive ok", "waive loan.waiverTooLarge",
      "top up ok", "top up loan.topUpTooSmall", "interest returned at settlement",
      "interest returned ahead", "administration paid",
      "reschedule ok", "write off ok", "recover ok",
      "recover loan.notAtStep", "reverse ok", "reverse loan.laterEvents",
      "reallocated", "repay loan.laterStep", "repay loan.wouldSettle", "repay loan.overpaid",
      "settle by paying ok",
      "reverse entry.alreadyReversed", "reverse entry.notReversible", "month end ok",
      "second run ok", "reopen ok", "rehearsal ok", "plans anew", "paid before others",
    ] {
      #expect(run.reached[outcome, default: 0] > 0, "never reached: \(outcome)")
    }
    #expect(run.reached.keys.contains { $0.hasSuffix(" period.closed") })
    for outcome in ["lend ok", "repay ok", "reverse ok", "settle ok", "reschedule ok"] {
      #expect(run.reached[outcome, default: 0] >= 5, "hardly reached: \(outcome)")
    }
  }

  /// Several seeds more, shorter.
  @Test(arguments: [1, 2, 3, 4, 5]) func otherSeeds(_ seed: UInt64) throws {
    let run = try LoanModelRun(seed: seed)
    for step in 0..<120 {
      try run.step(step)
      try run.compare("seed \(seed), step \(step): \(run.last)", all: step.isMultiple(of: 40))
      if run.hasFailed { break }
    }
    try run.verify("seed \(seed)")
    try run.explainEverything("seed \(seed)")
  }
}
