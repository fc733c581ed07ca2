import GRDB
import KSPCore

/// Deposits that are paid out, and those that run again.
extension TermDepositDesk {
  /// Pays a deposit out: at maturity, or before it by the rule that was agreed.
  ///
  /// What has fallen due is paid first. `waiving` says why there is no penalty; running interest is
  /// paid then. A death that is recorded by the day is such a reason by itself. An heir receives it
  /// only where there is a reason.
  func end(
    _ code: AccountCode, on day: BookDate, to target: AccountCode?, waiving reason: String?,
    toHeir: Bool, note: EntryNote
  ) throws -> Receipt {
    if let reason, !reason.isUsableText { throw LedgerError.noteUnacceptable(reason) }
    if let known = try replay(code, target, day, note) { return known }
    try payDue(through: day, account: code, note: EntryNote(recordedBy: note.recordedBy))
    return try session.act(note) {
      let stored = try reader.deposit(code)
      let deposit = stored.deposit
      let reason = try reason ?? death(of: deposit.member, by: day)
      if let ended = deposit.endedOn { throw LedgerError.accountClosed(code, on: ended) }
      if let pledge = deposit.pledge { throw LedgerError.depositPledged(code, for: pledge) }
      guard !toHeir || (deposit.heir != nil && reason != nil) else {
        throw LedgerError.depositHeirMissing(code)
      }
      let last = try deposit.terms.valueDate(
        deposit.terms.payout.isMonthly ? deposit.paid : 0, of: deposit.opened)
      guard day >= last else {
        throw LedgerError.depositBreakOutside(day, opened: last, maturity: deposit.maturity)
      }
      let product = try session.catalog.product(id: stored.productID)
      let months = try deposit.months(to: day)
      let gross = try deposit.interest(endingOn: day, isWaived: reason != nil)
      let taken = try tax.due(
        on: gross, earnedIn: months, of: stored.memberID, paidOn: day)
      let withheld = taken?.withheld ?? .zero
      let (penalty, takenBack) = try deposit.lost(
        endingOn: day, isWaived: reason != nil, net: gross - withheld)
      let ending = try TermDepositEnding(
        balance: deposit.balance, interest: gross, tax: withheld, penalty: penalty,
        takenBack: takenBack)
      let place = try place(target, note, on: day)
      let accrued = try accruals.legs(of: stored.id)
      let entry = try JournalEntry(
        .depositEnding, on: day,
        postings: PostingRules.depositEnded(
          ending, using: accrued, deposit: stored.id, expense: product.interestExpenseAccount,
          income: session.catalog.account(.feeIncome), to: place.id, payable: payable(taken)),
        note: note)
      let outcome = try session.post(entry) { try requireTarget(target, stored, note) }
      if gross.isPositive {
        try remember(gross, months, taken, of: stored, outcome.number, on: day)
      }
      try accruals.record(accrued, of: stored.id, code, entry: outcome.number, on: day)
      try session.record(
        EventDraft(
          .depositEnded, code.text,
          [
            .insert(
              "depositEnd",
              [
                "account": .integer(stored.id.value), "voucher": .integer(outcome.number.value),
                "endedOn": StoredValue(day), "gross": StoredValue(gross),
                "tax": StoredValue(withheld), "penalty": StoredValue(penalty),
                "takenBack": StoredValue(takenBack), "waivingReason": StoredValue(reason),
                "isToHeir": StoredValue(toHeir),
              ])
          ]))
      return try receipt(
        ending, deposit, outcome, waived: reason, toHeir: toHeir, on: day, place.shown)
    }
  }

  /// That the holder had died by a day, which waives the penalty; nil for who lives.
  private func death(of member: MemberNumber, by day: BookDate) throws -> String? {
    guard let died = try MemberTable.requireMember(session.db, number: member).diedOn, died <= day
    else { return nil }
    return "anggota meninggal \(died)"
  }

  /// What a receipt says was cut from a deposit that is paid out.
  static func deductions(of ending: TermDepositEnding) -> [Receipt.Deduction] {
    let lost = [
      (Phrase(id: "Penalti", en: "Penalty"), ending.penalty),
      (Phrase(id: "Jasa di muka ditarik", en: "Interest taken back"), ending.takenBack),
    ].filter { $0.1.isPositive }.map { Receipt.Deduction(name: $0.0, amount: $0.1) }
    return Receipt.Deduction.interestTax(ending.tax) + lost
  }

  private func receipt(
    _ ending: TermDepositEnding, _ deposit: TermDeposit, _ outcome: PostingSession.Outcome,
    waived: String?, toHeir: Bool, on day: BookDate, _ counterpart: Receipt.Counterpart?
  ) throws -> Receipt {
    var receipt = Receipt(
      entry: outcome.number, kind: .depositEnding, bookDate: day, account: deposit.account,
      member: deposit.member, memberName: deposit.memberName, amount: try ending.paid,
      deductions: Self.deductions(of: ending), balance: .zero, note: outcome.note,
      isReplay: outcome.isReplay)
    receipt.counterpart = counterpart
    receipt.waivedFor = waived
    if toHeir { receipt.party = deposit.heir?.nameAndRelation }
    return receipt
  }

  /// The receipt of the same act under its reference; nil where it is new.
  private func replay(
    _ code: AccountCode, _ target: AccountCode?, _ day: BookDate, _ note: EntryNote
  ) throws -> Receipt? {
    guard let reference = note.reference, let known = try session.recordedAct(reference) else {
      return nil
    }
    let stored = try reader.deposit(code)
    let row = try Row.fetchOne(
      session.db,
      sql: """
        SELECT voucher, endedOn, gross, tax, penalty, takenBack, isToHeir, waivingReason
        FROM depositEnd WHERE account = ?
        """,
      arguments: [stored.id.value])
    guard let row, let entry = known.entries.last?.number,
      try row.value(0) as Int64 == entry.value, stored.deposit.endedOn == day
    else {
      throw LedgerError.referenceReused(
        reference, by: known, differing: Phrase(id: "berjangka", en: "deposit"))
    }
    let balance = try session.postings(of: entry).first { $0.account == stored.id }?.amount
    let ending = try TermDepositEnding(
      balance: balance ?? .zero, interest: Rupiah(sen: row.value(2) as Int64),
      tax: Rupiah(sen: row.value(3) as Int64), penalty: Rupiah(sen: row.value(4) as Int64),
      takenBack: Rupiah(sen: row.value(5) as Int64))
    return try receipt(
      ending, stored.deposit,
      PostingSession.Outcome(number: entry, isReplay: true, note: note),
      waived: row.optional(7), toHeir: row.value(6), on: day,
      place(target, note, on: day).shown)
  }

  private func requireTarget(
    _ code: AccountCode?, _ stored: TermDepositReader.Stored, _ note: EntryNote
  ) throws {
    guard let code, try session.account(code).savings != nil else {
      return try OtherSide(session: session).requireFit(code, usually: .cash, note: note)
    }
    try requireSavings(code, of: stored.memberID)
  }

  // MARK: - Renewing

  /// Lets a deposit that has matured run again, at the rate of the day.
  func renew(_ code: AccountCode, on day: BookDate, tenor: Int?, note: EntryNote) throws {
    if let reference = note.reference, let known = try session.recordedAct(reference) {
      let stored = try session.storedEvent(known.first)
      guard stored?.kind == EventKind.depositOpened.rawValue, stored?.subject == code.text else {
        throw LedgerError.referenceReused(
          reference, by: known, differing: Phrase(id: "berjangka", en: "deposit"))
      }
      return
    }
    try payDue(through: day, account: code, note: EntryNote(recordedBy: note.recordedBy))
    try session.days.requireOpen(day, kind: .depositOpening)
    try session.act(note) {
      let stored = try reader.deposit(code)
      let deposit = stored.deposit
      if let ended = deposit.endedOn { throw LedgerError.accountClosed(code, on: ended) }
      guard day >= deposit.maturity else {
        throw LedgerError.depositNotMatured(code, until: deposit.maturity)
      }
      let tenor = tenor ?? deposit.terms.tenor
      guard let offer = try reader.offer(deposit.product, on: day) else {
        throw LedgerError.depositRateMissing(
          deposit.balance, tenor: tenor, product: deposit.product, tiers: [])
      }
      var terms = try offer.terms(for: deposit.balance, tenor: tenor)
      terms.payout = deposit.terms.payout
      try runAgain(
        stored, holding: deposit.balance, terms, on: day, EntryNote(recordedBy: note.recordedBy))
    }
  }

  /// The row of the next period of a deposit.
  func next(
    _ stored: TermDepositReader.Stored, holding balance: Rupiah, _ terms: TermDepositTerms,
    on day: BookDate
  ) throws -> RowChange {
    let deposit = stored.deposit
    var terms = terms
    terms.keepDay(of: stored.firstOpened, since: day)
    let isOwn = deposit.certificate != deposit.account.text
    return try Self.period(
      deposit.period + 1, of: stored.id, opened: day, balance, terms, deposit.rollOver,
      interestTo: stored.interestTo, certificate: isOwn ? deposit.certificate : nil)
  }
}
