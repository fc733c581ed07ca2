import GRDB
import KSPCore

/// The desk of what insurers pay for loans.
struct InsuranceDesk {
  let session: PostingSession

  /// Receives money for a claim, or all that is open of it.
  func receive(
    _ entry: EntryNumber, _ asked: Rupiah?, into till: AccountCode?, on date: BookDate,
    _ note: EntryNote
  ) throws -> Receipt {
    try session.act(note) {
      let claim = try InsuranceReader(db: session.db).claim(entry)
      let known = try known(note)
      let amount = asked ?? known?.amount ?? claim.open
      if known == nil {
        try session.requirePositive(amount)
        guard date >= claim.date else {
          throw LedgerError.insuranceTooEarly(entry, claimed: claim.date)
        }
        guard amount <= claim.open else {
          throw LedgerError.insuranceTooMuch(amount, for: entry, open: claim.open)
        }
      } else if known?.claim != entry {
        throw LedgerError.referenceReused(
          note.reference ?? "", by: Phrase(id: "klaim lain", en: "another claim"),
          differing: Phrase(id: "klaim", en: "claim"))
      }
      let receipt = try CashDesk(session: session).book(
        .cashReceipt, amount, party: claim.insurer.indonesian, account: claim.account, till: till,
        on: date, note: note)
      if !receipt.isReplay { try record(receipt.entry, amount, claim) }
      return receipt
    }
  }

  private func record(_ entry: EntryNumber, _ amount: Rupiah, _ claim: InsuranceClaim) throws {
    try session.record(
      EventDraft(
        .insurancePaid, claim.account.text,
        [
          .insert(
            "insurancePayment",
            [
              "entry": .integer(entry.value),
              "account": .integer(try session.account(claim.account).id.value),
              "claim": .integer(claim.entry.value), "amount": StoredValue(amount),
            ])
        ]))
  }

  /// What came under a reference already; nil where there is none.
  private func known(_ note: EntryNote) throws -> (claim: EntryNumber, amount: Rupiah)? {
    guard let reference = note.reference,
      let entry = try session.entryNumber(reference: reference, kind: .cashReceipt)
    else { return nil }
    let row = try Row.fetchOne(
      session.db, sql: "SELECT claim, amount FROM insurancePayment WHERE entry = ?",
      arguments: [entry.value])
    return try row.map { (EntryNumber(try $0.value(0)), Rupiah(sen: try $0.value(1) as Int64)) }
  }
}
