import GRDB
import KSPCore

/// The desk at which borrowers are let off late fees and interest (keringanan).
struct WaiverDesk {
  private let session: PostingSession
  private let files: LoanFiles

  init(_ session: PostingSession) {
    self.session = session
    files = LoanFiles(session)
  }

  /// Lets a borrower off late fees and interest; somebody has to say why.
  func waive(
    _ number: LoanNumber, _ asked: LoanWaiver.Asked, on date: BookDate, note: EntryNote
  ) throws -> Receipt {
    guard note.memo != nil else { throw LedgerError.loanReasonMissing(number) }
    return try files.withLoan(number, for: .waiver, on: date, under: note) { record, earlier in
      let (waiver, outcome) = try waive(record, asked, on: date, note, earlier)
      return Receipt(
        entry: outcome.number, kind: .waiver, bookDate: date, account: try AccountCode(number.text),
        member: record.loan.memberNumber, memberName: record.loan.memberName, amount: waiver.amount,
        parts: waiver.parts.map { part in
          Receipt.Part(name: part.name, account: nil, amount: part.amount)
        },
        balance: try waiver.after(outcome.number).outstanding, note: outcome.note,
        isReplay: outcome.isReplay)
    }
  }

  /// Posts a waiver on a loan that was read before, with its step.
  func waive(
    _ record: LoanRecord, _ asked: LoanWaiver.Asked, on date: BookDate, _ note: EntryNote,
    _ earlier: EntryNumber?
  ) throws -> (waiver: LoanWaiver, outcome: PostingSession.Outcome) {
    let accounts = try record.state.running().accounts
    let waiver = try LoanWaiver(
      record.state, asked, on: date,
      held: (
        interest: files.receivable(accounts.interest, in: date, before: earlier),
        lateFee: files.receivable(accounts.lateFee, in: date, before: earlier)
      ),
      expense: record.product.accounts.allowanceExpense)
    let entry = try JournalEntry(.waiver, on: date, postings: waiver.postings, note: note)
    let outcome = try session.post(entry) {
      try session.requireAcceptable(waiver.postings, on: date)
    }
    guard !outcome.isReplay else { return (waiver, outcome) }
    let step = try files.step(
      record.id, .waived, on: date, entry: outcome.number, note: note.memo, by: note.recordedBy)
    try session.record(EventDraft(.loanWaived, record.loan.number, [step]))
    // What was let off cannot be what later payments settled.
    if record.state.facts.credits.contains(where: { $0.date > date }) {
      let reallocation = ReallocationDesk(session)
      try reallocation.withinLimits([accounts.principal]) {
        _ = try reallocation.follow(record.id, from: date, note)
      }
    }
    return (waiver, outcome)
  }
}
