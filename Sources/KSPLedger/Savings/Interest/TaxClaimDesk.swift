import GRDB
import KSPCore

/// The desk of what is claimed for tax on interest: from members, whose interest could not bear it,
/// and from the state, which got too much.
struct TaxClaimDesk {
  let session: PostingSession

  /// Takes money for what is claimed from a member; in cash, from the account that is named, or
  /// from savings of the member's own.
  func pay(
    _ amount: Rupiah, of member: MemberNumber, from payer: AccountCode?, on date: BookDate,
    _ note: EntryNote
  ) throws -> Receipt {
    let side = OtherSide(session: session)
    let account = try side.account(payer, usually: .cash, note, on: date)
    return try settle(
      amount, of: member, .paid, against: account.id, shown: account.shown, on: date, note
    ) {
      let state = try session.account(account.id)
      guard let owned = state.savings else {
        return try side.requireFit(payer, usually: .cash, note: note)
      }
      let product = try session.catalog.product(id: owned.product)
      let desk = SavingsDesk(session: session)
      let holder = try desk.holder(member, in: product)
      guard let own = holder.accounts.first(where: { $0.id == account.id }) else {
        throw LedgerError.accountOfAnother(
          state.code, member: member, product: product.product.code)
      }
      let terms = product.terms(in: date.month)
      try desk.requireWithdrawable(own.id, product, terms, on: date)
      try session.requireFunds(amount, in: own, on: date, under: terms, keepsMinimum: true)
    }
  }

  /// Lets a member off what is claimed, to an expense of the cooperative.
  func forgive(
    _ amount: Rupiah, of member: MemberNumber, to expense: AccountCode, on date: BookDate,
    _ note: EntryNote
  ) throws -> Receipt {
    let side = OtherSide(session: session)
    let account = try side.account(expense, usually: .feeIncome, note, on: date)
    return try settle(
      amount, of: member, .forgiven, against: account.id, shown: account.shown, on: date, note
    ) {
      guard note.memo != nil else { throw LedgerError.memoMissing(counterpart: expense) }
      try side.requireFit(expense, usually: .feeIncome, note: note)
      guard try session.account(account.id).type == .expense else {
        throw LedgerError.taxClaimNoExpense(expense)
      }
    }
  }

  private func settle(
    _ amount: Rupiah, of number: MemberNumber, _ way: TaxClaimWay, against other: AccountID,
    shown: Receipt.Counterpart?, on date: BookDate, _ note: EntryNote, guards: () throws -> Void
  ) throws -> Receipt {
    try session.requirePositive(amount)
    let member = try MemberTable.requireMember(session.db, number: number)
    let id = try MemberTable.id(session.db, number: number)
    let receivable = try session.catalog.account(.taxReceivable)
    return try session.act(note) {
      let entry = try JournalEntry(
        .taxClaim, on: date,
        postings: PostingRules.taxClaimSettled(amount, receivable: receivable, against: other),
        note: note)
      let outcome = try session.post(entry) {
        let claim = try TaxDesk(session: session).claim(on: id)
        guard amount <= claim else {
          throw LedgerError.taxClaimTooLarge(number, amount, claim: claim)
        }
        try guards()
      }
      let change = RowChange.insert(
        "taxClaim",
        [
          "entry": .integer(outcome.number.value), "member": .integer(id),
          "way": .text(way.rawValue), "amount": StoredValue(amount),
        ])
      if !outcome.isReplay {
        try session.record(EventDraft(.taxClaimSettled, number, [change]))
      } else if try !isKnown(outcome.number, id, way) {
        throw LedgerError.referenceReused(
          note.reference ?? "",
          by: outcome.number,
          differing: Phrase(id: "anggota atau cara", en: "member or way"))
      }
      var receipt = Receipt(
        entry: outcome.number, kind: .taxClaim, bookDate: date, account: nil,
        member: number, memberName: member.profile.name, amount: amount, balance: nil,
        note: outcome.note,
        isReplay: outcome.isReplay)
      receipt.counterpart = shown
      return receipt
    }
  }

  private func isKnown(_ entry: EntryNumber, _ member: Int64, _ way: TaxClaimWay) throws -> Bool {
    try Bool.fetchOne(
      session.db,
      sql: "SELECT EXISTS (SELECT 1 FROM taxClaim WHERE entry = ? AND member = ? AND way = ?)",
      arguments: [entry.value, member, way.rawValue]) ?? false
  }

  /// Books what the state gives back of tax that it got too much: money, or less of what is owed to
  /// it for later months.
  func refund(
    _ amount: Rupiah, to target: AccountCode?, on date: BookDate, _ note: EntryNote
  ) throws -> Receipt {
    try session.requirePositive(amount)
    let side = OtherSide(session: session)
    let account = try side.account(target, usually: .cash, note, on: date)
    let overpaid = try session.catalog.account(.taxOverpaid)
    let owed = [AccountRole.taxFinal, .taxOrganization, .taxCorporate].compactMap {
      session.catalog.roles[$0]
    }
    return try session.act(note) {
      let entry = try JournalEntry(
        .taxRefund, on: date,
        postings: PostingRules.taxClaimSettled(amount, receivable: overpaid, against: account.id),
        note: note)
      let outcome = try session.post(entry) {
        let claim = try session.account(overpaid).balance
        guard amount <= claim else { throw LedgerError.taxRefundTooLarge(amount, claim: claim) }
        guard owed.contains(account.id) else {
          return try side.requireFit(target, usually: .cash, note: note)
        }
        // No more than what is owed can be set off against it.
        let due = try session.account(account.id).balance.negated()
        guard amount <= due else { throw LedgerError.taxRefundTooLarge(amount, claim: due) }
      }
      var receipt = Receipt(
        entry: outcome.number, kind: .taxRefund, bookDate: date, account: nil, member: nil,
        memberName: nil,
        amount: amount, balance: nil, note: outcome.note, isReplay: outcome.isReplay)
      receipt.counterpart = account.shown
      return receipt
    }
  }
}
