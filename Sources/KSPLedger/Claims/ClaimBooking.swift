import KSPCore

/// Gathers what was deducted from the members of a list, and books it as one act: savings in one
/// voucher, loans in another one, with the payer on the other side.
struct ClaimBooking {
  let claim: PayrollClaim
  /// The members of the list and what is asked of each.
  let debtors: [MemberNumber: PayrollClaim.Debtor]
  private let session: PostingSession
  private let date: BookDate
  private let desk: RepaymentDesk
  private let files: LoanFiles
  private let loans: LoanReader
  private var book: PayrollBook
  private var savings: [(line: Int, amount: Rupiah)] = []
  private var repaid: [(line: Int, amount: Rupiah)] = []

  /// Begins with an open list.
  init(_ session: PostingSession, _ number: Int, on date: BookDate) throws {
    self.session = session
    self.date = date
    desk = RepaymentDesk(session)
    files = LoanFiles(session)
    loans = try files.reader()
    book = PayrollBook(session: session, date: date)
    claim = try ClaimReader(db: session.db).claim(number)
    debtors = claim.debtorsByMember
    if let closing = claim.closing { throw LedgerError.claimClosed(number, on: closing.date) }
  }

  /// Adds what was deducted from a member; nothing is no part of it.
  mutating func add(_ amount: Rupiah, of member: MemberNumber) throws {
    guard !amount.isZero else { return }
    try session.requirePositive(amount)
    guard let debtor = debtors[member] else {
      throw LedgerError.claimMemberNotListed(member, claim: claim.number)
    }
    let divided = try ClaimDivision.parts(of: amount, for: debtor, of: claim.number)
    var parts = PayrollParts(member: member)
    var (saved, paid): ([(line: Int, amount: Rupiah)], [(line: Int, amount: Rupiah)]) = ([], [])
    for (line, amount) in divided {
      switch line.item {
      case .savings(let product):
        parts.savings.append((product, amount))
        saved.append((line.number, amount))
      case .loan(let number):
        // The money was deducted: what the loan does not need any more goes into savings.
        let record = try files.record(loans.id(of: number), before: nil, loans)
        if record.loan.status == .settled {
          parts.savings.append((desk.productForRest(record.loan), amount))
          saved.append((line.number, amount))
        } else {
          parts.loans.append(
            try desk.repayment(of: record, amount, on: date, .decided, nil))
          paid.append((line.number, amount))
        }
      }
    }
    try book.add(parts, line: debtor.lines[0].number)
    savings += saved
    repaid += paid
  }

  /// Books it all.
  ///
  /// - Throws: `claim.nothingDeducted`.
  func post(_ note: EntryNote) throws -> ClaimReceipt {
    guard !savings.isEmpty || !repaid.isEmpty else {
      throw LedgerError.claimNothingDeducted(claim.number)
    }
    let payer = try ClaimReader.payer(session.db, claim.payer)
    return try session.act(note) {
      let report = try book.post(
        from: payer.id, RepaymentWay(date: date, payer: nil, note: note, choices: .decided), desk,
        file: "")
      let rows =
        savings.map { (report.depositEntry ?? report.entry, $0) }
        + repaid.map { (report.entry, $0) }
      try session.record(
        EventDraft(
          .claimDeducted, payer.code.text,
          [
            .insert(
              "claimDeduction", columns: ["entry", "claim", "line", "amount"],
              rows: rows.map { entry, part in
                [
                  .integer(entry.value), .integer(Int64(claim.number)),
                  .integer(Int64(part.line)), StoredValue(part.amount),
                ]
              })
          ]))
      let entries = [
        savings.isEmpty ? nil : report.depositEntry, repaid.isEmpty ? nil : report.entry,
      ]
      return ClaimReceipt(
        claim: try ClaimReader(db: session.db).claim(claim.number), amount: report.total,
        entries: entries.compactMap(\.self), isReplay: false)
    }
  }
}
