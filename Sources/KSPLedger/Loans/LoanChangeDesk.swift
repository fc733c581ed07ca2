import GRDB
import KSPCore

/// The desk for what changes a running loan other than payments: a new plan, giving it up, and what
/// comes in for it then.
struct LoanChangeDesk {
  private let session: PostingSession
  private let files: LoanFiles

  init(_ session: PostingSession) {
    self.session = session
    files = LoanFiles(session)
  }

  /// Gives a loan a new plan from a day on (penjadwalan ulang); the class it had is kept.
  ///
  /// Interest that is earned by the day and unpaid is due with the first installment, interest that
  /// was paid ahead or cut in advance settles the first installments, late fees go on.
  func reschedule(_ number: LoanNumber, _ change: Rescheduling) throws -> LoanCard {
    if let reference = change.note.reference, let known = try session.recordedAct(reference) {
      return try rescheduledBefore(number, change, known, reference)
    }
    let record = try files.reader().loan(number)
    _ = try record.state.running()
    try record.state.requireLast(change.date)
    try session.days.requireOpen(change.date, kind: .repayment)
    let new = try record.state.rescheduled(change)
    let step = try files.step(
      record.id, .rescheduled, on: change.date,
      loanClass: try files.loanClass(of: record, record.state.position(asOf: change.date)),
      note: change.note.memo, by: change.note.recordedBy)
    let rows = try files.plan(new, of: record.id, startedOn: change.date)
    try session.act(change.note) {
      try session.record(EventDraft(.loanRescheduled, number, [step] + rows))
    }
    if change.rate != nil {
      for warning in LoanTerms.warnings(of: new.plan.terms) { session.judgement.warn(warning) }
    }
    return try files.reader().status(of: number, asOf: change.date, session.db)
  }

  /// The same reference again: the loan as it stands, if the plan it then got is the one asked for.
  private func rescheduledBefore(
    _ number: LoanNumber, _ change: Rescheduling, _ known: RecordedAct, _ reference: String
  ) throws -> LoanCard {
    func reused(_ field: Phrase) -> LedgerError {
      .referenceReused(reference, by: known, differing: field)
    }
    let query = try SQLStatement(
      session.db, "SELECT kind, subject, content FROM event WHERE number = ?")
    query.bind(known.first, at: 1)
    defer { query.reset() }
    guard try query.step(), query.text(0) == EventKind.loanRescheduled.rawValue,
      query.number(1) == number,
      let plan = EventContent.decode(query.bytes(2))?.first(where: { $0.table == "loanPlan" })
    else { throw reused(Phrase(id: "jenis atau pinjaman", en: "kind or loan")) }
    guard plan["startedOn"] == StoredValue(change.date) else {
      throw reused(Phrase(id: "tanggal", en: "date"))
    }
    guard plan["count"] == StoredValue(change.count) else {
      throw reused(Phrase(id: "jumlah angsuran", en: "number of installments"))
    }
    if let rate = change.rate, plan["rateBillionths"] != .integer(rate.billionths) {
      throw reused(Phrase(id: "tingkat jasa", en: "rate"))
    }
    if let method = change.method, plan["method"] != .text(method.rawValue) {
      throw reused(Phrase(id: "cara", en: "method"))
    }
    if let firstDue = change.firstDue, plan["firstDue"] != StoredValue(firstDue) {
      throw reused(Phrase(id: "jatuh tempo pertama", en: "first due date"))
    }
    return try files.reader().status(of: number, asOf: change.date, session.db)
  }

  /// Gives a loan up against the allowance (hapus buku); the claim stays in memory.
  func writeOff(_ number: LoanNumber, on date: BookDate, note: EntryNote) throws -> Receipt {
    try files.withLoan(number, for: .writeOff, on: date, under: note) { record, earlier in
      try writeOff(record, on: date, note: note, earlier)
    }
  }

  private func writeOff(
    _ record: LoanRecord, on date: BookDate, note: EntryNote, _ earlier: EntryNumber?
  ) throws -> Receipt {
    let accounts = try record.state.running().accounts
    if earlier == nil { try record.state.requireLast(date) }
    let allowance = record.product.accounts.allowance
    let writeOff = try WriteOff(
      record.state, on: date, held: files.held(accounts, before: earlier),
      allowance: (allowance, files.held(allowance, before: earlier).negated()),
      expense: record.product.accounts.allowanceExpense)
    let entry = try JournalEntry(
      .writeOff, on: date, postings: writeOff.postings, note: note)
    let outcome = try session.post(entry) {
      try session.requireAcceptable(writeOff.postings, on: date)
    }
    if !outcome.isReplay {
      let step = try files.step(
        record.id, .writtenOff, on: date, entry: outcome.number,
        loanClass: try files.loanClass(of: record, writeOff.position), note: note.memo,
        by: note.recordedBy)
      try session.record(EventDraft(.loanWrittenOff, record.loan.number, [step]))
    }
    return Receipt(
      entry: outcome.number, kind: .writeOff, bookDate: date,
      account: try AccountCode(record.loan.number.text), member: record.loan.memberNumber,
      memberName: record.loan.memberName,
      amount: writeOff.amount, balance: .zero, note: outcome.note, isReplay: outcome.isReplay)
  }

  /// Books money that comes in for a loan given up.
  func recover(
    _ number: LoanNumber, _ amount: Rupiah, on date: BookDate, note: EntryNote
  ) throws -> Receipt {
    try session.requirePositive(amount)
    return try files.withLoan(number, for: .recovery, on: date, under: note) { record, earlier in
      guard record.loan.status == .writtenOff else {
        throw LedgerError.loanNotAtStep(number, is: record.loan.status)
      }
      if earlier == nil {
        try record.state.requireNotBefore(date)
        try requireClaimed(amount, of: record)
      }
      let postings = try PostingRules.recovery(
        amount, cash: OtherSide(session: session).cash(note, on: date),
        income: record.product.accounts.recoveryIncome)
      let outcome = try session.post(
        JournalEntry(.recovery, on: date, postings: postings, note: note))
      if !outcome.isReplay {
        let step = try files.step(
          record.id, .recovered, on: date, entry: outcome.number, note: note.memo,
          by: note.recordedBy)
        try session.record(EventDraft(.loanRecovered, number, [step]))
      }
      return Receipt(
        entry: outcome.number, kind: .recovery, bookDate: date,
        account: try AccountCode(number.text),
        member: record.loan.memberNumber, memberName: record.loan.memberName, amount: amount,
        balance: nil, note: outcome.note,
        isReplay: outcome.isReplay)
    }
  }

  /// Refuses more than is still claimed of a loan that was written off.
  private func requireClaimed(_ amount: Rupiah, of record: LoanRecord) throws {
    guard let claim = try files.reader().claim(on: record, session.db), amount > claim.left
    else { return }
    throw LedgerError.loanRecoveredBeyondClaim(record.loan.number, left: claim.left.orZero)
  }
}
