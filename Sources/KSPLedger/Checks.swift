import GRDB
import KSPCore

// What the rooms bring to a book that is verified or made again. The list stands at the root, so
// that the chain, which all rooms stand on, knows none of them.

extension VerifierRules {
  /// The checks that are one query each, in the order in which people read them.
  static let all =
    journal + reversals + chain + membership + savings + holds + orders + termDeposits + dues + tax
    + bank + claims
    + insurance + till + cashBook + shu + assets + loans + year
    + MonthEndPasses.all.flatMap { $0.rules }
}

extension Rebuilder {
  /// Sets how far the balances of a new book may go; `refused` hears the code of an account whose
  /// balance lies beyond.
  static func applyLimits(to db: Database, refused: (String) -> Void) throws {
    try AccountLimits.apply(to: db, refused: refused)
  }
}

extension ChainReplay {
  /// What computes the closed months of a book again.
  static func closedMonths(of book: Database) throws -> any ClosedMonthProof {
    try MonthEndProof(book)
  }
}

extension Verifier {
  /// What works corrections of interest out again.
  static func corrections(_ db: Database) throws -> VerificationReport.Check {
    try InterestCorrectionCheck(db: db).run()
  }

  /// What works the interest of term deposits out again.
  static func termDeposits(_ db: Database) throws -> VerificationReport.Check {
    try TermDepositCheck(db: db).run()
  }

  /// What divides every SHU again.
  static func shu(_ db: Database) throws -> VerificationReport.Check {
    try ShuCheck(db: db).run()
  }

  /// What computes the plans and classes of loans again; `progress` hears how many are done.
  static func loans(
    _ db: Database, progress: @escaping (Int) -> Void
  ) throws -> [VerificationReport.Check] {
    try LoanRecomputation(db, progress: progress).run()
  }
}

extension RebuildEvidence {
  /// Stores a table of evidence of a month once more, as it comes from the journal.
  static func restore(_ table: String, of month: BookMonth, in book: Database) throws {
    try MonthEndRun.restore(table, of: month, in: book)
  }
}
