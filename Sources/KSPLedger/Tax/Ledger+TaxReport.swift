import GRDB
public import KSPCore

extension Ledger {
  /// Hands out the slips of some months one by one, by member number and month.
  ///
  /// - Parameters:
  ///   - months: The first and the last month.
  ///   - member: Only those of a member; nil for all.
  ///   - body: Takes a slip.
  /// - Throws: What `body` throws, `member.unknown`, or what reading the file can throw.
  public func withholdingSlips(
    in months: ClosedRange<BookMonth>, of member: MemberNumber? = nil,
    _ body: (WithholdingSlip) throws -> Void
  ) throws {
    let error = CallersError()
    try error.comingOut {
      try store.read { db in
        let id = try member.map { number in
          _ = try MemberTable.requireMember(db, number: number)
          return try MemberTable.id(db, number: number)
        }
        try WithholdingSlipReader.each(db, months, of: id) { slip in
          try error.noting { try body(slip) }
        }
      }
    }
  }

  /// Checks whether the tax of a month can be reported (periksa PPh): numbers of members, rates
  /// beside codes, sums beside the accounts, what was paid, and by when.
  ///
  /// - Throws: `tax.monthOpen`, and what reading the file can throw.
  public func taxCheck(_ month: BookMonth) throws(LedgerError) -> TaxCheck {
    try store.read { db in try taxCheck(month, db, catalog(db)) }
  }

  private func taxCheck(
    _ month: BookMonth, _ db: Database, _ catalog: Catalog
  ) throws -> TaxCheck {
    guard try month < catalog.openMonth() else {
      throw LedgerError.taxMonthOpen(month, open: try catalog.openMonth())
    }
    let reader = TaxDueReader(db: db, catalog: catalog)
    let slips = try WithholdingSlipReader.slips(db, month)
    let accounts = try reader.accounts(slips, month)
    return try TaxCheck(
      month: month, slips: slips, settings: catalog.settings, accounts: accounts,
      due: reader.due(month).filter { TaxArticle.ofInterest.contains($0.article) },
      calendar: TaxCalendar(month, holidays: reader.holidays()),
      correctable: WithholdingSlipReader.correctable(db, month))
  }

  /// The slips of a month as the tax office takes them in; at 0 % as well.
  ///
  /// - Parameters:
  ///   - month: A closed month.
  ///   - temporaryNumbers: Whether members go out under the temporary number whose own is missing
  ///     or cannot be; such a slip does not reach them.
  ///   - excepted: Members whose slips are left out and entered at the tax office by hand, such as
  ///     an organisation that has no NPWP: no file takes the rate that is withheld from it.
  /// - Returns: The file, in which nothing is refused, with the slips that were left out.
  /// - Throws: `tax.monthOpen`, `tax.slipNone` for somebody left out who has no slip,
  ///   `tax.fileRefused` where ``taxCheck(_:)`` finds what refuses it, and what reading the file
  ///   can throw.
  public func coretaxFile(
    _ month: BookMonth, temporaryNumbers: Bool = false, except excepted: [MemberNumber] = []
  ) throws(LedgerError) -> CoretaxFile {
    try store.read { db in
      let catalog = try catalog(db)
      let check = try taxCheck(month, db, catalog)
      let known = Set(check.slips.map(\.memberNumber))
      if let none = excepted.first(where: { !known.contains($0) }) {
        throw LedgerError.taxSlipNone(none, month)
      }
      let refusing = check.findings.filter {
        $0.kind.refuses && !(temporaryNumbers && $0.kind.isAboutNumber)
          && !($0.member.map(excepted.contains) ?? false)
      }
      let settings = catalog.settings
      guard refusing.isEmpty, let npwp = settings.npwp, let place = settings.placeOfBusiness else {
        let first = refusing.first
        throw LedgerError.taxFileRefused(
          month, first?.message ?? Phrase(id: "?", en: "?"), member: first?.member,
          count: refusing.count,
          remedies: Self.cures(refusing.first { !$0.remedies.isEmpty }))
      }
      let slips = check.slips.filter { !excepted.contains($0.memberNumber) }
      let reported = slips.filter(\.base.isPositive)
      let file = CoretaxFile(
        withholder: npwp,
        rows: reported.map { slip in
          CoretaxRow(
            slip,
            counterpart: slip.hasPossibleNumber
              ? slip.taxpayerNumber ?? CoretaxRow.temporaryNumber : CoretaxRow.temporaryNumber,
            document: settings.interestTax.document, place: place)
        }, temporary: reported.filter { !$0.hasPossibleNumber }.map(\.memberNumber),
        leftOut: slips.filter { !$0.base.isPositive }.map(\.memberNumber),
        excepted: check.slips.filter { excepted.contains($0.memberNumber) })
      if let fault = file.faults.first {
        throw LedgerError.taxFileRefused(
          month, fault, member: nil, count: file.faults.count)
      }
      return file
    }
  }

  /// What is done about a finding, and for a rate that no file takes the file without it.
  private static func cures(_ finding: TaxCheck.Finding?) -> [Remedy] {
    guard let finding, let member = finding.member, finding.kind == .rate else {
      return finding?.remedies ?? []
    }
    return finding.remedies + [.again(.leaveMemberOut(member))]
  }

  /// What closed months have left to pay to the state, and by when; nil for nothing.
  ///
  /// - Throws: What reading the file can throw.
  public func taxDeadline() throws(LedgerError) -> BookStatus.TaxDeadline? {
    try store.read { db in try TaxDueReader(db: db, catalog: catalog(db)).deadline() }
  }

  /// Pays the tax of a month to the state (setor PPh): Dr tax owed / Cr cash or a bank.
  ///
  /// - Parameters:
  ///   - amount: How much; nil for all that is left, under all articles.
  ///   - month: A closed month, or one before the book whose tax the opening balances brought.
  ///   - article: Only under this one; an amount needs it where several are owed.
  ///   - payer: The account the money comes from: nil for cash, a bank, any other with a memo.
  ///   - date: The day, in an open month.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author; the number of the bank's receipt (NTPN) belongs into the memo.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The receipt; its balance is what is still owed for the month.
  /// - Throws: `tax.monthOpen`, `tax.nothingOwed`, `tax.paymentTooLarge`, `tax.articleMissing`,
  ///   `amount.notPositive`, `account.ownAct`, `entry.memoMissing`, `period.closed`,
  ///   `reference.reused`, `reference.reversed`.
  @discardableResult
  public func payTax(
    _ amount: Rupiah? = nil, of month: BookMonth, under article: TaxArticle? = nil,
    from payer: AccountCode? = nil, on date: BookDate, reference: String? = nil,
    note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> Receipt {
    try post(dryRun: dryRun) { session in
      try TaxPaymentDesk(session: session).pay(
        month, amount, under: article, from: payer, on: date, note.keyed(by: reference))
    }
  }
}
