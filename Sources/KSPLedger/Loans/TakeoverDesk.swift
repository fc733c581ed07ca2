import GRDB
import KSPCore

/// The desk that takes running loans over from an earlier book.
struct TakeoverDesk {
  private let session: PostingSession
  private let files: LoanFiles
  private var registration: LoanRegistration { LoanRegistration(session) }

  init(_ session: PostingSession) {
    self.session = session
    files = LoanFiles(session)
  }

  /// Takes a running loan over from an earlier book (saldo awal pinjaman): its plan from the day it
  /// was paid out, what had been paid under it, and a voucher for what is owed against the clearing
  /// account.
  ///
  /// A takeover is known by its loan. One that was reversed may be made again; the same one again
  /// is not new. Another one is refused, or takes its place where it `corrects`: the one in the
  /// book is reversed on its own day.
  func takeOver(
    _ opening: LoanOpening, on date: BookDate, _ row: EntryNote, corrects: Bool
  ) throws -> (takeover: LoanTakeover, outcome: Outcome) {
    let standing = try EntryReplay(session: session).standing(opening.reference)
    guard let entry = standing.entry else {
      return (try takeOver(opening, on: date, row, under: standing.reference), .new)
    }
    do {
      return (try takeover(of: entry, as: opening, on: date), .known)
    } catch let error as LedgerError where error.code == .openingDiffers && corrects {
      try JournalDesk(session: session).takeBack(entry, note: row.under(nil))
      let reference = try EntryReplay(session: session).standing(opening.reference).reference
      return (try takeOver(opening, on: date, row, under: reference), .corrected)
    }
  }

  /// What became of a takeover.
  enum Outcome {
    case new
    /// It had been made before.
    case known
    /// It took the place of another one.
    case corrected
  }

  private func takeOver(
    _ opening: LoanOpening, on date: BookDate, _ row: EntryNote, under reference: String
  ) throws -> LoanTakeover {
    let note = row.under(reference)
    // A loan that was taken back has kept its terms, whatever its product offers by now.
    if let earlier = try reversedTakeover(of: opening) {
      var terms = earlier.state.terms
      terms.plan = earlier.state.agreed
      let takeover = try LoanTakeover(opening, terms, on: date)
      try session.act(note) { try post(takeover, to: earlier.id, note) }
      return takeover
    }
    let product = try session.catalog.loanProduct(opening.product)
    let version = product.version(in: opening.disbursedOn.month)
    var terms = version.terms
    terms.plan.count = opening.count
    terms.plan.rate = opening.rate ?? terms.plan.rate
    terms.plan.administration = opening.administration ?? terms.plan.administration
    let takeover = try LoanTakeover(opening, terms, on: date)
    let application = LoanApplication(
      member: opening.member, product: opening.product, amount: opening.principal, date: date,
      collaterals: opening.collaterals, guarantors: opening.guarantors, note: note)
    let entered = try registration.enter(
      application, as: number(for: opening), product, version, terms.plan)
    try session.act(note) {
      try session.record(
        EventDraft(.loanEntered, entered.number, owner: entered.owner, entered.changes))
      try post(takeover, to: entered.id, note)
    }
    return takeover
  }

  private func post(_ takeover: LoanTakeover, to id: Int64, _ note: EntryNote) throws {
    _ = try registration.openAccounts(files.reader().loan(id: id))
    let record = try files.reader().loan(id: id)
    guard let accounts = record.state.accounts else {
      throw LedgerError.invariantBroken("\(record.loan.number): accounts")
    }
    let postings = try PostingRules.loanOpening(
      outstanding: takeover.outstanding, receivable: takeover.receivable, loan: accounts,
      unearned: (record.product.accounts.unearnedInterest, takeover.unearned),
      clearing: session.catalog.account(.openingClearing))
    let plan = takeover.plan
    let entry = try JournalEntry(.opening, on: plan.startedOn, postings: postings, note: note)
    let outcome = try session.post(entry) {
      try session.requireAcceptable(postings, on: plan.startedOn)
    }
    let step = try files.step(
      id, .opening, on: plan.startedOn, entry: outcome.number, by: note.recordedBy)
    let rows = try files.plan(
      takeover.new, of: id, startedOn: plan.startedOn, entry: outcome.number)
    try session.record(EventDraft(.loanTakenOver, record.loan.number, [step] + rows))
  }

  // MARK: - Which loan it is

  /// The number that the loan brings along, or the next one.
  private func number(for opening: LoanOpening) throws -> LoanNumber {
    guard let number = opening.number else { return try registration.nextNumber() }
    // Its accounts for interest and late fees carry a suffix of two characters.
    for code in [number.text, number.text + ".A"] { _ = try AccountCode(code) }
    guard try registration.isFree(number) else { throw LedgerError.loanNumberTaken(number) }
    return number
  }

  /// The same loan from an earlier takeover that was reversed.
  private func reversedTakeover(of opening: LoanOpening) throws -> LoanRecord? {
    let reader = try files.reader()
    guard let number = opening.number, let id = try reader.find(number) else { return nil }
    let record = try reader.loan(id: id)
    guard try record.loan.status == .cancelled && differing(record, from: opening) == nil,
      opening.rate ?? record.state.agreed.rate == record.state.agreed.rate,
      opening.administration ?? record.state.agreed.administration
        == record.state.agreed.administration
    else { throw LedgerError.loanNumberTaken(number) }
    return record
  }

  /// In what an opening speaks of another loan: the borrower, the product, the amount and term, and
  /// what secures it; nil where it is the same loan.
  private func differing(_ record: LoanRecord, from opening: LoanOpening) throws -> Phrase? {
    let loan = record.loan
    if loan.memberNumber != opening.member { return Phrase(id: "anggota", en: "member") }
    if loan.product != opening.product { return Phrase(id: "produk", en: "product") }
    if loan.principal != opening.principal { return Phrase(id: "pokok", en: "principal") }
    if loan.terms.plan.count != opening.count {
      return Phrase(id: "banyaknya angsuran", en: "number of installments")
    }
    let reader = try LoanFiles(session).reader()
    if try reader.collaterals(of: record.id, step: 0) != opening.collaterals {
      return Phrase(id: "jaminan", en: "collateral")
    }
    return try reader.guarantors(of: record.id) == registration.resolved(opening.guarantors)
      ? nil : Phrase(id: "penjamin", en: "guarantors")
  }

  /// The takeover that an entry booked, by the terms that the loan has kept.
  ///
  /// - Throws: `opening.differs` with what differs, when it was another one; `reference.reused` for
  ///   a voucher of another kind.
  private func takeover(
    of entry: EntryNumber, as opening: LoanOpening, on date: BookDate
  ) throws -> LoanTakeover {
    guard let number = try files.number(ofEntry: entry) else {
      throw LedgerError.referenceReused(
        opening.reference, by: entry, differing: Phrase(id: "jenis", en: "kind"))
    }
    let reader = try files.reader()
    let id = try reader.id(of: number)
    let record = try reader.loan(id: id, known: LoanKnowledge.after(entry, of: id, session.db))
    func other(_ field: Phrase) -> LedgerError {
      .openingDiffers(record.state.outstanding, by: entry, in: field)
    }
    if let field = try differing(record, from: opening) { throw other(field) }
    let (terms, agreed) = (record.loan.terms, record.state.agreed)
    guard opening.rate ?? terms.plan.rate == terms.plan.rate else {
      throw other(Phrase(id: "tingkat jasa", en: "rate"))
    }
    guard opening.administration ?? agreed.administration == agreed.administration else {
      throw other(Phrase(id: "administrasi", en: "administration"))
    }
    let takeover = try LoanTakeover(opening, terms, on: date)
    guard let plan = record.state.plan, takeover.isSame(as: plan) else {
      throw other(Phrase(id: "sisa atau rencananya", en: "balance or plan"))
    }
    return takeover
  }
}

extension LoanOpening {
  /// What the takeover is known by: the loan's number, or whose loan of which product and day.
  var reference: String {
    "saldo-awal/pinjaman/" + (number?.text ?? "\(member)/\(product)/\(disbursedOn)")
  }
}
