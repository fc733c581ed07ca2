import GRDB
import KSPCore

/// The parts of a month end, in the order in which they find, post and report.
///
/// One more is one more line here, and its own room. The closing is the last: it seals what the
/// others began.
enum MonthEndPasses {
  static let all: [any MonthEndPass.Type] = [
    TermDepositPass.self,
    PlannedPass.self,
    OrderPass.self,
    FeePass.self,
    SavingsInterestPass.self,
    WaitingInterestPass.self,
    InterestTaxPass.self,
    LoanIncomePass.self,
    LoanFeePass.self,
    AccrualPass.self,
    DepreciationPass.self,
    AllowancePass.self,
    CorporateTaxPass.self,
    CorrectionPass.self,
    ClosingPass.self,
  ]

  /// Posts what falls due in the month on days of its own, before the passes look: value dates of
  /// term deposits and planned savings that mature, then standing orders, which may take what those
  /// paid, then monthly fees; and settles again what was settled of the tax of the month. A month
  /// that is not the open one, or not over, is refused later.
  static func prepare(
    _ month: BookMonth, _ session: PostingSession, note: EntryNote
  ) throws {
    let isEarly = note.exceptions.contains(.beforeEnd)
    guard try month == session.catalog.openMonth(), isEarly || session.days.today >= month.lastDay
    else { return }
    let exceptions = isEarly ? note.exceptions.union(.futureDate) : note.exceptions
    let own = EntryNote(memo: note.memo, recordedBy: note.recordedBy, exceptions: exceptions)
    try TermDepositDesk(session: session).payDue(through: month.lastDay, note: own)
    try PlannedDesk(session: session).payDue(through: month.lastDay, note: own)
    _ = try OrderDesk(session: session).run(on: month.lastDay, note: own)
    try FeeDesk(session: session).charge(month, note: own)
    try TaxDesk(session: session).settleAgain(month, on: month.lastDay, note: own) {
      try SavingsDesk(session: session).usualAccount(of: $0)
    }
  }

  /// Whether ``prepare(_:_:note:)`` would post anything.
  static func arePending(_ month: BookMonth, _ db: Database) throws -> Bool {
    try TermDepositReader(db: db).isDue(from: month.firstDay, through: month.lastDay)
      || PlannedReader(db).isDue(through: month.lastDay)
      || OrderReader(db: db).isPending(on: month.lastDay, openFrom: month.firstDay)
      || !FeeReader(db: db).rules(in: month).isEmpty
      || db.hasRow("taxSettled WHERE month = \(month.ordinal)")
  }
}

/// The accounts of which interest is set aside at a month end.
///
/// One more is one more line here.
enum AccrualSources {
  static let all: [any AccrualSource.Type] = [
    TermDepositAccruals.self, SavingsAccruals.self,
  ]
}
