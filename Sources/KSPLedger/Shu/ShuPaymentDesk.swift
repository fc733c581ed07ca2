import GRDB
import KSPCore

/// The desk at which members get their part of an SHU.
struct ShuPaymentDesk {
  let session: PostingSession
  let year: Int
  let date: BookDate
  let note: EntryNote

  /// An act on the SHU of a year; its vouchers say so where nobody says more.
  init(_ session: PostingSession, _ year: Int, on date: BookDate, _ note: EntryNote) {
    self.session = session
    self.year = year
    self.date = date
    var told = note
    told.memo = note.memo ?? "SHU \(year)"
    self.note = told
  }

  private var reader: ShuReader { ShuReader(db: session.db) }

  // MARK: - Paying

  /// Pays what is left of the parts of some members, or of all who can be paid in this way.
  func pay(
    _ members: [MemberNumber]?, to payee: ShuPayee, deducting: ShuDeductions
  ) throws -> ShuPayment {
    if let replay = try replay(of: [.shuCredit, .shuPayment, .repayment]) { return replay }
    let division = try division()
    let debts = try debts(of: division, members)
    let closed = { (debt: ShuReader.Debt) in
      if members == nil, case .savings = payee { debt.recipient.leftOn != nil } else { false }
    }
    let (skipped, paid) = (debts.filter(closed), debts.filter { !closed($0) })
    guard !paid.isEmpty else { throw LedgerError.shuNothingLeft(nil, year: year) }
    var booking = try ShuPaymentBooking(session, on: date, to: payee, deducting, one: members)
    for debt in paid { try booking.add(debt) }
    return try session.act(note) {
      let entries = try booking.post(from: division.payable, note)
      try record(booking.uses(entries), of: division.entry)
      return try payment(
        entries.all, skipped: skipped.map(\.recipient.part.base.member), isReplay: false)
    }
  }

  /// The members who are paid, each with something left.
  ///
  /// - Throws: `shu.memberWithoutPart`, `shu.nothingLeft` for one who is named.
  private func debts(
    of division: ShuReader.Division, _ members: [MemberNumber]?
  ) throws -> [ShuReader.Debt] {
    guard let members else {
      return try reader.debts(of: division).filter(\.recipient.left.isPositive)
    }
    return try Set(members).sorted().map { member in
      guard let debt = try reader.debts(of: division, only: member).first else {
        _ = try MemberTable.requireMember(session.db, number: member)
        throw LedgerError.shuMemberWithoutPart(member, year: year)
      }
      guard debt.recipient.left.isPositive else {
        throw LedgerError.shuNothingLeft(member, year: year)
      }
      return debt
    }
  }

  // MARK: - What nobody took

  /// Moves what is left of all parts to a fund, once members have had the time that was decided.
  func forfeit(to code: AccountCode) throws -> ShuPayment {
    if let replay = try replay(of: [.shuForfeit]) { return replay }
    let division = try division()
    let earliest = try division.date.adding(
      months: reader.decision(event: division.decision).claimMonths)
    guard date >= earliest else { throw LedgerError.shuTooEarly(year, date, before: earliest) }
    let debts = try debts(of: division, nil)
    guard !debts.isEmpty else { throw LedgerError.shuNothingLeft(nil, year: year) }
    let fund = try session.account(code)
    try ShuFund(session: session).requireFree(fund)
    guard [.equity, .liability].contains(fund.type), fund.id != division.payable else {
      throw LedgerError.accountTermsUnfit(
        code,
        Phrase(
          id: "SHU yang tidak diambil masuk ke dana di akun ekuitas atau kewajiban",
          en: "SHU that nobody took goes to a fund of equity or liabilities"))
    }
    try JournalDesk(session: session).requireNone(of: [fund.id])
    let total = try debts.map(\.recipient.left).sum()
    let postings = try PostingRules.shuPayment(of: division.payable, to: [(fund.id, total)])
    return try session.act(note) {
      let outcome = try session.post(
        JournalEntry(.shuForfeit, on: date, postings: postings, note: note)
      ) { try session.requireAcceptable(postings, on: date) }
      try record(
        debts.map { (outcome.number, $0.member, .fund, $0.recipient.left) }, of: division.entry)
      return try payment([outcome.number], isReplay: false)
    }
  }

  // MARK: - Both

  /// The division, which has been booked by the day.
  private func division() throws -> ShuReader.Division {
    let division = try reader.requireDivision(of: year)
    guard date >= division.date else {
      throw LedgerError.shuTooEarly(year, date, before: division.date)
    }
    return division
  }

  private func record(_ uses: [ShuPaymentBooking.Used], of posting: EntryNumber) throws {
    for start in stride(from: 0, to: uses.count, by: ShuDesk.batch) {
      let rows = uses[start..<min(start + ShuDesk.batch, uses.count)].map { used in
        [
          .integer(used.entry.value), .integer(posting.value), .integer(used.member),
          .text(used.use.rawValue), StoredValue(used.amount),
        ]
      }
      try session.record(
        EventDraft(
          .shuPaid, "\(year)",
          [
            .insert(
              "shuPayment", columns: ["entry", "posting", "member", "usedFor", "amount"],
              rows: rows)
          ]))
    }
  }

  private func payment(
    _ entries: [EntryNumber], skipped: [MemberNumber] = [], isReplay: Bool
  ) throws -> ShuPayment {
    try ShuPayment(
      year: year, date: date, rows: reader.rows(of: entries), entries: entries, skipped: skipped,
      isReplay: isReplay)
  }

  /// What the act under the same reference left; nil where there is none.
  ///
  /// - Throws: `reference.reused` for another year, day or act, `reference.reversed`.
  private func replay(of kinds: [EntryKind]) throws -> ShuPayment? {
    guard let reference = note.reference, let known = try session.recordedAct(reference) else {
      return nil
    }
    let entries = known.entries.filter { entry in kinds.contains { $0.rawValue == entry.kind } }
      .map(\.number)
    let ofYear = try entries.filter { entry in
      try Int.fetchOne(
        session.db,
        sql: """
          SELECT p.year FROM shuPayment y JOIN shuPosting p ON p.entry = y.posting
          JOIN entry e ON e.id = y.entry WHERE y.entry = ? AND e.bookDate = ? LIMIT 1
          """, arguments: [entry.value, date.dayNumber]) == year
    }
    guard !ofYear.isEmpty, ofYear.count == entries.count else {
      throw LedgerError.referenceReused(
        reference, by: known,
        differing: Phrase(id: "tahun buku, tanggal atau cara", en: "book year, date or way"))
    }
    for entry in ofYear {
      if let reversal = try session.reversal(of: entry) {
        throw LedgerError.referenceReversed(reference, entry: entry, by: reversal)
      }
    }
    return try payment(ofYear, isReplay: true)
  }
}
