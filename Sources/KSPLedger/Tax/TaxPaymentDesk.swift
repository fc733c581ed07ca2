import GRDB
import KSPCore

/// The desk of what is paid to the state for tax (setoran PPh).
struct TaxPaymentDesk {
  let session: PostingSession

  /// Pays the tax of a closed month, or of one before the book, from cash or the account that is
  /// named: an amount under one article, or without an amount all that is left.
  func pay(
    _ month: BookMonth, _ asked: Rupiah?, under article: TaxArticle?, from payer: AccountCode?,
    on date: BookDate, _ note: EntryNote
  ) throws -> Receipt {
    if let asked { try session.requirePositive(asked) }
    let side = OtherSide(session: session)
    let account = try side.account(payer, usually: .cash, note, on: date)
    return try session.act(note) {
      let parts =
        try known(month, asked, under: article, note) ?? open(month, asked, under: article)
      let entry = try JournalEntry(
        .taxPayment, on: date,
        postings: PostingRules.taxPaid(
          parts.map {
            (try session.catalog.account(InterestTaxPass.role($0.article)), $0.amount)
          }, from: account.id), note: note)
      let outcome = try session.post(entry) {
        try side.requireFit(payer, usually: .cash, note: note)
      }
      if !outcome.isReplay {
        try session.record(
          EventDraft(.taxPaid, month.description, [rows(parts, month, outcome.number)]))
      }
      return try receipt(month, parts, outcome, on: date, account.shown)
    }
  }

  private typealias Part = (article: TaxArticle, amount: Rupiah)

  /// What the payment under a reference paid already; nil where there is none.
  private func known(
    _ month: BookMonth, _ asked: Rupiah?, under article: TaxArticle?, _ note: EntryNote
  ) throws -> [Part]? {
    guard let reference = note.reference,
      let entry = try session.entryNumber(reference: reference, kind: .taxPayment)
    else { return nil }
    let rows = try Row.fetchAll(
      session.db,
      sql: "SELECT article, amount, month FROM taxPayment WHERE entry = ? ORDER BY article DESC",
      arguments: [entry.value])
    let parts: [Part] = try rows.compactMap { row in
      guard try row.value(2) as Int32 == month.ordinal,
        let paid = TaxArticle(rawValue: try row.value(0)), article == nil || article == paid
      else { return nil }
      return (paid, Rupiah(sen: try row.value(1) as Int64))
    }
    guard parts.count == rows.count, asked == nil || parts.map(\.amount) == [asked] else {
      throw LedgerError.referenceReused(
        reference, by: entry,
        differing: Phrase(id: "bulan, pasal atau jumlah", en: "month, article or amount"))
    }
    return parts
  }

  /// What is to be paid now.
  private func open(
    _ month: BookMonth, _ asked: Rupiah?, under article: TaxArticle?
  ) throws -> [Part] {
    let catalog = session.catalog
    guard month < catalog.settings.firstMonth || month <= catalog.lastClosedMonth ?? month,
      month < (try catalog.openMonth())
    else { throw LedgerError.taxMonthOpen(month, open: try catalog.openMonth()) }
    let due = try reader.due(month).filter { article == nil || article == $0.article }
    let open = due.filter(\.left.isPositive)
    guard let asked else {
      guard !open.isEmpty else { throw LedgerError.taxNothingOwed(month) }
      return open.map { ($0.article, $0.left) }
    }
    guard open.count < 2 else { throw LedgerError.taxArticleMissing(month, open.map(\.article)) }
    let left = open.first?.left ?? .zero
    guard let only = open.first, asked <= left else {
      throw LedgerError.taxPaymentTooLarge(month, asked, left: left)
    }
    return [(only.article, asked)]
  }

  private var reader: TaxDueReader { TaxDueReader(db: session.db, catalog: session.catalog) }

  private func rows(_ parts: [Part], _ month: BookMonth, _ entry: EntryNumber) -> RowChange {
    .insert(
      "taxPayment", columns: ["entry", "article", "month", "amount"],
      rows: parts.map {
        [
          .integer(entry.value), .text($0.article.rawValue), StoredValue(month),
          StoredValue($0.amount),
        ]
      })
  }

  /// The receipt says what is still owed for the month.
  private func receipt(
    _ month: BookMonth, _ parts: [Part], _ outcome: PostingSession.Outcome, on date: BookDate,
    _ shown: Receipt.Counterpart?
  ) throws -> Receipt {
    var total = Rupiah.zero
    for part in parts { try total += part.amount }
    var left = Rupiah.zero
    for due in try reader.due(month) { try left += due.left }
    var receipt = Receipt(
      entry: outcome.number, kind: .taxPayment, bookDate: date, account: nil, member: nil,
      memberName: nil,
      amount: total,
      parts: parts.map { part in
        let name = "\(part.article.name) "
        return Receipt.Part(
          name: Phrase(
            id: name + month.name.indonesian, en: name + month.name.english), account: nil,
          amount: part.amount)
      }, balance: left, note: outcome.note, isReplay: outcome.isReplay)
    receipt.counterpart = shown
    return receipt
  }
}
