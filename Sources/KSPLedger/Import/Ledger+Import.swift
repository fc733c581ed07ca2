public import KSPCore

extension Ledger {
  /// Enters the members of a sheet in the register.
  ///
  /// Columns: `name` (Nama) and `joined` (Tanggal Masuk) are needed, and `number` (No. Anggota)
  /// unless numbers may be given out; `kind` (jenis), `standing` (status), `nik`, `npwp`,
  /// `birth_place` (tempat lahir), `birth_date` (tanggal lahir), `gender` (jenis kelamin),
  /// `occupation` (pekerjaan), `address` (alamat), `phone` (telepon), `heir` (ahli waris),
  /// `heir_relation` (hubungan), `unit`, `external_id` (id luar) and `remarks` (catatan) may be
  /// left out. `SheetKind.members` has all names. A member who is in the book already with the same
  /// data is not stored again.
  ///
  /// - Parameters:
  ///   - text: The content of the file.
  ///   - way: Memo and author of every row, and what may be left out or given out.
  /// - Returns: How many rows were stored now, and how many had been before; the numbers that were
  ///   given out, and what is unlikely.
  /// - Throws: `import.refused` with all bad rows; then nothing was stored.
  public func importMembers(
    _ text: SheetText, _ way: ImportWay = ImportWay()
  ) throws(LedgerError) -> ImportReport {
    let sheet = try Sheet(text, as: .members, ignoring: way.ignoring)
    return try post(dryRun: way.dryRun, alone: true) { session in
      try MemberImport(sheet, session: session, way).run()
    }
  }

  /// Brings in opening balances on a day (saldo awal), against the clearing account.
  ///
  /// A row is a member's savings (`member`, `product`, `amount`), a member with a column for each
  /// product (`Pokok`, `Wajib`, `Sukarela`), or an account of the chart (`account` with `debit` or
  /// `credit`, or with `amount` on its normal side). A member's row may name one of several
  /// accounts as well; the next one is opened by it. Beside the savings a row may have the running
  /// loan of its member, with the columns of `importLoans(_:on:_:)` (the number is `loan_number`
  /// there, the product `loan_product`); a loan of which too little is said is refused. Rows and
  /// cells without an amount are left out. The report shows what the clearing account holds
  /// afterwards; it must end at zero before a month end.
  ///
  /// Until the first month is closed a balance that differs from the book may take its place
  /// (``ImportWay/corrects``): the one in the book is reversed on its own day. A zero removes it.
  ///
  /// - Throws: `import.refused` with all bad rows; then nothing was stored.
  public func importOpeningBalances(
    _ text: SheetText, on date: BookDate, _ way: ImportWay = ImportWay()
  ) throws(LedgerError) -> ImportReport {
    let kind = try sheetKind(.opening)
    let sheet = try Sheet(
      text, as: kind, ignoring: way.ignoring, keepsZeros: way.corrects)
    return try post(dryRun: way.dryRun, alone: true) { session in
      try OpeningImport(sheet, session: session, on: date, way).run()
    }
  }

  /// Enters days without business (hari libur): `date` (tanggal) and `name` (keterangan). A day
  /// that is in the book already is left as it is, and plans that exist do not change.
  ///
  /// - Throws: `import.refused` with all bad rows; then nothing was stored.
  public func importHolidays(
    _ text: SheetText, _ way: ImportWay = ImportWay()
  ) throws(LedgerError) -> ImportReport {
    let sheet = try Sheet(text, as: try sheetKind(.holidays), ignoring: way.ignoring)
    return try changeCatalog(dryRun: way.dryRun) { session in
      try HolidayImport(sheet, session: session, way).run()
    }
  }

  /// Takes over the loans that are running on a day (saldo awal pinjaman), against the clearing
  /// account.
  ///
  /// A row names the plan that a loan was made under and what is owed on the day. Columns:
  /// `member` (anggota), `product` (produk), `principal` (plafon), `disbursed` (tanggal cair),
  /// `term` (jangka waktu), `outstanding` (sisa pokok) and `interest_arrears` (tunggakan jasa) are
  /// needed, the last one unless `paid_until` (lunas sampai) tells. `number` (nomor), `rate` (suku
  /// jasa, with its period in the cell or the heading), `first_due` (jatuh tempo pertama),
  /// `interest_ahead` (jasa di muka), `principal_arrears` (tunggakan pokok), `late_fee` (denda),
  /// `collateral` (agunan) with `collateral_kind` and `collateral_value`, and `guarantors`
  /// (penjamin, with `/` between them) may be left out. `SheetKind.loans` has all names.
  ///
  /// What was paid before is what the plan and the rest leave; a loan whose plan was changed is
  /// given with its newest plan. A loan that was taken over with the same figures is not stored
  /// again; one whose voucher was reversed may be taken over anew, and one with other figures takes
  /// its place where the import corrects (``ImportWay/corrects``). Limits of the product do not
  /// hold for loans that were granted before.
  ///
  /// - Parameters:
  ///   - text: The content of the file.
  ///   - date: The day on which the loans stand so: before the book's first month, or in a month
  ///     that is open.
  ///   - way: Memo and author of every row; the loans are known by what they are.
  /// - Returns: How many loans were stored, what they come to, and what the clearing account holds.
  /// - Throws: `import.refused` with all bad rows; then nothing was stored.
  public func importLoans(
    _ text: SheetText, on date: BookDate, _ way: ImportWay = ImportWay()
  ) throws(LedgerError) -> ImportReport {
    let sheet = try Sheet(text, as: .loans, ignoring: way.ignoring)
    return try post(dryRun: way.dryRun, alone: true) { session in
      try LoanImport(sheet, session: session, on: date, way).run()
    }
  }

  /// Takes over the term deposits that are running on a day (saldo awal berjangka), against the
  /// clearing account.
  ///
  /// A row names what was agreed and what was paid. Columns: `member` (anggota), `principal`
  /// (nominal), `opened` (tanggal buka, or that of the last roll-over) and `tenor` (jangka) are
  /// needed. `certificate` (bilyet), `product`, `rate` (suku), `payout` (cara bayar),
  /// `interest_paid` (jasa dibayar), `accrued` (akrual), `roll_over` (perpanjangan), `interest_to`
  /// (jasa ke), `heir` and `heir_relation` may be left out, as may `next_due` (tanggal jasa
  /// berikut), which is compared with what the day of opening says. What is not said is as the
  /// product offers it. `SheetKind.termDeposits` has all names.
  ///
  /// A deposit that was taken over with the same figures is not stored again.
  ///
  /// - Parameters:
  ///   - text: The content of the file.
  ///   - date: The day on which the deposits stand so.
  ///   - way: Memo and author of every row; the deposits are known by certificate or by what they
  ///     are.
  /// - Returns: How many were stored, what they come to, and what the clearing account holds.
  /// - Throws: `import.refused` with all bad rows; then nothing was stored.
  public func importTermDeposits(
    _ text: SheetText, on date: BookDate, _ way: ImportWay = ImportWay()
  ) throws(LedgerError) -> ImportReport {
    let sheet = try Sheet(text, as: .termDeposits, ignoring: way.ignoring)
    return try post(dryRun: way.dryRun, alone: true) { session in
      try TermDepositImport(sheet, session: session, on: date, way).run()
    }
  }

  /// Takes over the planned savings that are running on a day (saldo awal simpanan berencana),
  /// against the clearing account.
  ///
  /// Columns: `member` (anggota), `product`, `monthly` (setoran per bulan), `opened` (tanggal
  /// buka), `tenor` (jangka) and `months_paid` (bulan lunas) are needed. `interest` (jasa di saldo)
  /// is what was credited and is still there; `missed` (bulan tertunggak) is compared with what the
  /// day of opening and the months paid say. `rate`, `lapsed_rate`, `misses` (gugur setelah) and
  /// `pay_to` (cair ke) may be left out: what is not said is as the product offers it when the book
  /// begins. `SheetKind.planned` has all names.
  ///
  /// Savings that were taken over with the same figures are not stored again.
  ///
  /// - Parameters:
  ///   - text: The content of the file.
  ///   - date: The day on which the savings stand so.
  ///   - way: Memo and author of every row; the savings are known by member, product, day of
  ///     opening and amount a month.
  /// - Returns: How many were stored, what they come to, and what the clearing account holds.
  /// - Throws: `import.refused` with all bad rows; then nothing was stored.
  public func importPlannedSavings(
    _ text: SheetText, on date: BookDate, _ way: ImportWay = ImportWay()
  ) throws(LedgerError) -> ImportReport {
    let sheet = try Sheet(text, as: .planned, ignoring: way.ignoring)
    return try post(dryRun: way.dryRun, alone: true) { session in
      try PlannedImport(sheet, session: session, on: date, way).run()
    }
  }

  /// Brings in deposits, withdrawals, fees and interest of members.
  ///
  /// Columns: `date`, `member`, `product`, `type` and `amount`, or `deposit` (Masuk) and
  /// `withdrawal` (Keluar) in place of the last two, and `reference`; `memo` and `account`
  /// (rekening) if wanted: one of several accounts of the member. `counterpart` (akun lawan), or
  /// the half of `from` (dari) and `to` (ke) that is not the member's, names the account on the
  /// other side by its code or name, by the rules of
  /// ``deposit(_:member:product:account:from:on:for:reference:note:dryRun:)``.
  /// `SheetKind.transactions` has all names. Rows are posted by date, then in the order of the
  /// file. A row whose reference is in the book with the same content is not stored again.
  ///
  /// - Throws: `import.refused` with all bad rows; then nothing was stored.
  public func importTransactions(
    _ text: SheetText, _ way: ImportWay = ImportWay()
  ) throws(LedgerError) -> ImportReport {
    let kind = try sheetKind(.transactions)
    // Here products are words in cells; a column of amounts under the name of one is not known.
    let sheet = try Sheet(text, as: .transactions, ignoring: way.ignoring)
    return try post(dryRun: way.dryRun, alone: true) { session in
      try TransactionImport(sheet, products: kind, session: session, way).run()
    }
  }

  /// Takes what a payroll office deducted from many members (daftar potong gaji): one voucher for
  /// savings and one for loans.
  ///
  /// A row is a loan (`loan`, No. Pinjaman) or a member (`member`, No. Anggota) with one sum
  /// (`amount`, Jumlah), or with a column for each part: the savings products, and `installment`
  /// (Angsuran). One sum is for the member's only loan, or is used up in the order of `terms` or of
  /// the book (`BookSettings.payrollOrder`): monthly dues, what is due on loans (the oldest
  /// installment first, of whichever loan), the rest. Every payment on a loan is divided as a
  /// single one would be.
  ///
  /// The same list is booked once: under its reference, or without one in the same month.
  ///
  /// - Parameters:
  ///   - text: The content of the file.
  ///   - date: The day, in an open month.
  ///   - payer: The account that is debited, such as a claim on the employer; nil for cash.
  ///   - terms: How one sum is divided, and what becomes of too much.
  ///   - way: Reference, memo and author, and what may be left out.
  /// - Returns: The vouchers, and what each row settled.
  /// - Throws: `import.refused` with all bad rows, among them `payroll.tooMuch` and
  ///   `loan.ambiguous`; then nothing was stored. `import.empty` for a list that pays nothing,
  ///   `payroll.sameList`, `payroll.orderInvalid`, `reference.reused`.
  public func importPayroll(
    _ text: SheetText, on date: BookDate, from payer: AccountCode? = nil,
    _ terms: PayrollTerms = PayrollTerms(), _ way: ImportWay = ImportWay()
  ) throws(LedgerError) -> RepaymentListReport {
    let sheet = try Sheet(text, as: sheetKind(.payroll), ignoring: way.ignoring)
    return try post(dryRun: way.dryRun, alone: true) { session in
      try PayrollImport(sheet, session: session, on: date, from: payer, terms, way).run()
    }
  }

  /// A kind of list with the savings products of this book: for a template, or to look at a sheet
  /// before it is imported.
  public func sheetKind(_ kind: SheetKind) throws(LedgerError) -> SheetKind {
    try store.read { db in
      kind.with(savings: try Catalog(db).products.map { ($0.product.code, $0.product.name) })
    }
  }
}
