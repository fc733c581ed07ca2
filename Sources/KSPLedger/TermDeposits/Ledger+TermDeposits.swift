import GRDB
public import KSPCore

extension Ledger {
  /// Adds a product of term deposits with what it offers first (produk simpanan berjangka).
  ///
  /// - Parameters:
  ///   - product: A product of the kind berjangka.
  ///   - offer: Its rates and rules.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Throws: `product.invalid`, `account.unknown`, `deposit.tenorRefused`,
  ///   `rounding.stepRefused`, `reference.reused`.
  public func addTermProduct(
    _ product: SavingsProduct, offer: TermDepositOffer, reference: String? = nil,
    note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) {
    let note = note.keyed(by: reference)
    try changeCatalog(dryRun: dryRun) { session in
      try session.act(note) {
        // Said again in a later month it is what it was.
        let since = try session.recordedAct(note.reference).flatMap { _ in
          session.catalog.products.first { $0.product.code == product.code }?
            .terms.first?.effectiveFrom
        }
        let terms = SavingsTerms(
          effectiveFrom: try since ?? session.catalog.openMonth(), isWithdrawable: false)
        try ProductDesk(session: session).add(product, terms, note: note)
        try TermDepositDesk(session: session).set(offer, note: note)
      }
    }
  }

  /// Sets what a product of term deposits offers from a day on; deposits that run keep what was
  /// agreed until they are rolled over.
  ///
  /// - Throws: `product.unknown`, `product.invalid`, `deposit.tenorRefused`,
  ///   `rounding.stepRefused`, `reference.reused`.
  public func setTermOffer(
    _ offer: TermDepositOffer, reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) {
    try post(dryRun: dryRun) { session in
      try TermDepositDesk(session: session).set(offer, note: note.keyed(by: reference))
    }
  }

  /// Everything that products of term deposits offer or offered, oldest first for each product.
  ///
  /// - Throws: What reading the file can throw.
  public func termOffers() throws(LedgerError) -> [TermDepositOffer] {
    try store.read { db in try TermDepositReader(db: db).offers() }
  }

  /// Opens a term deposit (buka simpanan berjangka), or takes one over from an earlier book.
  ///
  /// Its rate and rules are those that the product offers on the day, and stay until it matures.
  /// A rehearsal points out a rate above the cap and a principal that the tax makes pay less.
  ///
  /// - Throws: `amount.notPositive`, `member.unknown`, `product.unknown`, `product.invalid`,
  ///   `deposit.rateMissing`, `deposit.certificateTaken`, `savings.overdraft` where savings that
  ///   pay for it hold too little, `period.closed`, `date.future`, `reference.reused`,
  ///   `reference.reversed`.
  public func openTermDeposit(
    _ opening: TermDepositOpening, reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> Receipt {
    try post(dryRun: dryRun) { session in
      try TermDepositDesk(session: session).open(opening, note: note.keyed(by: reference))
    }
  }

  /// Pays the interest of term deposits that has fallen due up to a day and was not paid, each on
  /// its value date, and rolls over what matures. A month end does the same for its month.
  ///
  /// - Returns: A receipt for each payment; none where nothing was due.
  /// - Throws: `period.closed`, `date.future`.
  public func payTermInterest(
    through day: BookDate, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> [Receipt] {
    try post(dryRun: dryRun) { session in
      try session.days.requireNotAhead(day, note)
      var receipts: [Receipt] = []
      try TermDepositDesk(session: session).payDue(through: day, note: note) {
        receipts.append($0)
      }
      return receipts
    }
  }

  /// Pays a term deposit out (pencairan): at maturity, or before it with the penalty that was
  /// agreed. What has fallen due until then is paid first.
  ///
  /// - Parameters:
  ///   - account: The account of the deposit.
  ///   - day: The day.
  ///   - target: Where the money goes: savings of the member, a bank; nil for cash.
  ///   - reason: Why there is no penalty; running interest is paid then. Nil for the penalty that
  ///     was agreed, or none where the death of the member is recorded on or before the day.
  ///   - toHeir: Whether the heir of the deposit receives it; the reason says why.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The receipt, with tax and penalty as deductions.
  /// - Throws: `deposit.unknown`, `account.closed` where it was paid out, `deposit.pledged`,
  ///   `deposit.heirMissing`, `deposit.breakOutside`, `deposit.penaltyTooLarge`, `period.closed`,
  ///   `date.future`, `reference.reused`, `reference.reversed`.
  public func endTermDeposit(
    _ account: AccountCode, on day: BookDate, to target: AccountCode? = nil,
    waiving reason: String? = nil, toHeir: Bool = false, reference: String? = nil,
    note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> Receipt {
    try post(dryRun: dryRun) { session in
      try session.days.requireNotAhead(day, note)
      return try TermDepositDesk(session: session).end(
        account, on: day, to: target, waiving: reason, toHeir: toHeir,
        note: note.keyed(by: reference))
    }
  }

  /// Lets a term deposit that has matured run again (perpanjang), at the rate of the day. Interest
  /// that is paid in advance goes into the member's savings.
  ///
  /// - Parameters:
  ///   - account: The account of the deposit.
  ///   - day: The day from which it runs.
  ///   - tenor: The months; nil for the same.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The deposit, with what should be looked at, as at its opening.
  /// - Throws: `deposit.unknown`, `account.closed`, `deposit.notMatured` before its maturity,
  ///   `deposit.rateMissing`, `period.closed`, `date.future`, `reference.reused`.
  @discardableResult
  public func renewTermDeposit(
    _ account: AccountCode, on day: BookDate, tenor: Int? = nil, reference: String? = nil,
    note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> TermDeposit {
    try post(dryRun: dryRun) { session in
      try session.days.requireNotAhead(day, note)
      let desk = TermDepositDesk(session: session)
      try desk.renew(account, on: day, tenor: tenor, note: note.keyed(by: reference))
      return try desk.reader.deposit(account).deposit
    }
  }

  /// Pledges a term deposit, so that it is not paid out, or releases it with no purpose.
  ///
  /// - Throws: `deposit.unknown`, `account.closed`, `deposit.securesLoan` where a loan's collateral
  ///   holds it, `entry.noteUnacceptable`, `reference.reused`.
  public func pledgeTermDeposit(
    _ account: AccountCode, for purpose: String?, reference: String? = nil,
    note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) {
    try post(dryRun: dryRun) { session in
      try TermDepositDesk(session: session).pledge(
        account, for: purpose, note: note.keyed(by: reference))
    }
  }

  /// Pledges a term deposit as collateral of a loan. It is free again when the collateral is given
  /// back, or the loan is paid, refused or withdrawn.
  ///
  /// - Parameters:
  ///   - account: The account of the deposit.
  ///   - loan: The loan that it secures.
  ///   - date: The day.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The slip of the collateral.
  /// - Throws: `deposit.unknown`, `account.closed`, `deposit.pledged`, `loan.unknown`,
  ///   `loan.notAtStep`, `period.closed`, `reference.reused`.
  @discardableResult
  public func pledgeTermDeposit(
    _ account: AccountCode, securing loan: LoanNumber, on date: BookDate,
    reference: String? = nil, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> CollateralSlip {
    try post(dryRun: dryRun) { session in
      try TermDepositDesk(session: session).pledge(
        account, securing: loan, on: date, note: note.keyed(by: reference))
    }
  }

  /// Names who receives a term deposit when its holder dies, in place of who was named before.
  ///
  /// - Throws: `deposit.unknown`, `account.closed`, `entry.noteUnacceptable`, `reference.reused`.
  public func nameHeir(
    _ heir: TermDepositHeir, of account: AccountCode, reference: String? = nil,
    note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) {
    try post(dryRun: dryRun) { session in
      try TermDepositDesk(session: session).name(
        heir, of: account, note: note.keyed(by: reference))
    }
  }

  /// The term deposits that run or wait to be paid out, in the order of their accounts.
  ///
  /// - Parameters:
  ///   - member: Only those of a member.
  ///   - day: Only those that mature before a day.
  ///   - date: The evening on which they are seen, with the balance, the period and the interest of
  ///     then; nil for as they stand. What secures a loan is what does today.
  ///   - includingEnded: Those too that were paid out.
  /// - Returns: The deposits.
  /// - Throws: `member.unknown`, and what reading the file can throw.
  public func termDeposits(
    of member: MemberNumber? = nil, maturingBefore day: BookDate? = nil,
    asOf date: BookDate? = nil, includingEnded: Bool = false
  ) throws(LedgerError) -> [TermDeposit] {
    try store.read { db in
      try MemberTable.requireKnown(db, member)
      let deposits = try TermDepositReader(db: db)
        .deposits(of: member, asOf: date, includingEnded: includingEnded).map(\.deposit)
      return deposits.filter { deposit in day.map { deposit.maturity < $0 } ?? true }
    }
  }

  /// How many term deposits run today, and what matures in the next 30 days or waits to be paid
  /// out; nil where there is none.
  ///
  /// - Throws: `amount.overflow`, and what reading the file can throw.
  public func termDepositsAhead() throws(LedgerError) -> BookStatus.Terms? {
    let today = try today()
    return try store.read { db in
      guard try db.hasRow("termDeposit") else { return nil }
      let running = try TermDepositReader(db: db).deposits(includingEnded: false).map(\.deposit)
      guard !running.isEmpty else { return nil }
      let until = try today.adding(days: BookStatus.Terms.daysAhead)
      let maturing = running.filter { $0.maturity <= until }
      return BookStatus.Terms(
        running: running.count, until: until, maturing: maturing.count,
        amount: try maturing.map(\.balance).sum())
    }
  }

  /// One term deposit by the code of its account. From the day after its period was recorded on a
  /// certificate of it is a copy.
  ///
  /// - Throws: `deposit.unknown`.
  public func termDeposit(_ account: AccountCode) throws(LedgerError) -> TermDeposit {
    let today = try today()
    return try store.read { db in
      let reader = TermDepositReader(db: db)
      var deposit = try reader.deposit(account).deposit
      let recorded = try reader.recordedAt(account)
        .day(offsetSeconds: catalog(db).settings.utcOffsetSeconds)
      deposit.isCopy = recorded < today
      return deposit
    }
  }

  /// What people mean by the number of a term deposit: the code of its account, or the number of
  /// its certificate (bilyet).
  ///
  /// - Returns: The account; nil where no deposit has the number.
  /// - Throws: `account.ambiguous` for a number that several open deposits have.
  public func termDepositAccount(_ number: String) throws(LedgerError) -> AccountCode? {
    try store.read { db in
      let found = try Row.fetchAll(
        db,
        sql: """
          SELECT DISTINCT a.code, a.code = ?1,
            NOT EXISTS (SELECT 1 FROM depositEnd e WHERE e.account = t.account)
          FROM termDeposit t JOIN account a ON a.id = t.account
          WHERE a.code = ?1 OR t.certificate = ?1 ORDER BY t.account
          """, arguments: [number]
      ).map {
        (
          code: AccountCode(stored: try $0.value(0)), isAccount: try $0.value(1) as Bool,
          isOpen: try $0.value(2) as Bool
        )
      }
      if let account = found.first(where: \.isAccount) { return account.code }
      let open = found.filter(\.isOpen)
      guard open.count < 2 else { throw LedgerError.accountAmbiguous(open.map(\.code)) }
      return (open.first ?? found.first)?.code
    }
  }

  /// Every rupiah of a term deposit in a month, recomputed and compared with the book (jelaskan
  /// jasa berjangka): its value dates with base, days, rate and tax, its end, and what is set
  /// aside.
  ///
  /// Of a month that is not closed it says what its end would pay and set aside as the book is now.
  ///
  /// - Parameters:
  ///   - account: The account of the deposit.
  ///   - month: The month.
  /// - Returns: The explanation.
  /// - Throws: `deposit.unknown`, `amount.overflow`.
  public func explainTermDeposit(
    _ account: AccountCode, _ month: BookMonth
  ) throws(LedgerError) -> TermDepositExplanation {
    try store.read { db in
      try TermDepositExplainer(db, month: month, catalog: try catalog(db)).explain(account)
    }
  }
}
