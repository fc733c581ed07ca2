public import KSPCore

extension Ledger {
  /// Enters the members of a CSV file in the register.
  ///
  /// Columns: `name` (nama) and `joined` (masuk) are needed; `number` (nomor), `kind` (jenis),
  /// `standing` (status), `nik`, `npwp`, `birth_place` (tempat_lahir), `birth_date`
  /// (tanggal_lahir), `gender` (jenis_kelamin), `occupation` (pekerjaan), `address` (alamat),
  /// `phone` (telepon), `heir` (ahli_waris), `heir_relation` (hubungan), `unit`, `external_id`
  /// (id_luar) and `remarks` (catatan) may be left out. A member who is in the book already with
  /// the same data is not stored again.
  ///
  /// - Parameters:
  ///   - text: The content of the file; `,` or `;` between the cells.
  ///   - file: Its name, for errors.
  ///   - note: Memo and author of every row; who is in the book already is known by it.
  ///   - dryRun: Checks everything and stores nothing.
  ///   - progress: Hears how many rows are done.
  /// - Returns: How many rows were stored now, and how many had been before.
  /// - Throws: `import.refused` with all bad rows; then nothing was stored.
  public func importMembers(
    csv text: String, file: String, note: EntryNote = EntryNote(), dryRun: Bool = false,
    progress: ((Int) -> Void)? = nil
  ) throws(LedgerError) -> ImportReport {
    let table = try CSVTable(text, file: file)
    return try post(dryRun: dryRun, alone: true) { session in
      try MemberImport(table, session: session, note: note).run(progress: progress)
    }
  }

  /// Brings in opening balances on a day (saldo awal), against the clearing account.
  ///
  /// A row is a member's savings (`member`, `product`, `amount`) or an account of the chart
  /// (`account` with `debit` or `credit`, or with `amount` on its normal side). A member's row may
  /// name one of several accounts as well; the next one is opened by it. The report shows
  /// what the clearing account holds afterwards; it must end at zero before a month end.
  ///
  /// - Throws: `import.refused` with all bad rows; then nothing was stored.
  public func importOpeningBalances(
    csv text: String, file: String, on date: BookDate, note: EntryNote = EntryNote(),
    dryRun: Bool = false, progress: ((Int) -> Void)? = nil
  ) throws(LedgerError) -> ImportReport {
    let table = try CSVTable(text, file: file)
    return try post(dryRun: dryRun, alone: true) { session in
      try OpeningImport(table, session: session, on: date, note: note).run(
        progress: progress)
    }
  }

  /// Takes over the loans that are running on a day (saldo awal pinjaman), against the clearing
  /// account.
  ///
  /// A row names the plan that a loan was made under and what is owed on the day. Columns:
  /// `member` (anggota), `product` (produk), `principal` (pokok), `disbursed` (cair), `term`
  /// (jangka), `outstanding` (sisa_pokok) and `interest_arrears` (tunggakan_jasa) are needed, the
  /// last one unless `paid_until` (lunas_sampai) tells. `number` (nomor), `rate` (suku),
  /// `first_due` (tempo_pertama), `interest_ahead` (jasa_di_muka), `principal_arrears`
  /// (tunggakan_pokok), `late_fee` (denda), `collateral` (agunan) with `collateral_kind` and
  /// `collateral_value`, and `guarantors` (penjamin, with `/` between them) may be left out.
  ///
  /// What was paid before is what the plan and the rest leave; a loan whose plan was changed is
  /// given with its newest plan. A loan that was taken over with the same figures is not stored
  /// again; one whose voucher was reversed may be taken over anew. Limits of the product do not
  /// hold for loans that were granted before.
  ///
  /// - Parameters:
  ///   - text: The content of the file.
  ///   - file: Its name, for errors.
  ///   - date: The day on which the loans stand so: before the book's first month, or in a month
  ///     that is open.
  ///   - note: Memo and author of every row; the loans are known by what they are.
  ///   - dryRun: Checks everything and stores nothing.
  ///   - progress: Hears how many rows are done.
  /// - Returns: How many loans were stored, what they come to, and what the clearing account holds.
  /// - Throws: `import.refused` with all bad rows; then nothing was stored.
  public func importLoans(
    csv text: String, file: String, on date: BookDate, note: EntryNote = EntryNote(),
    dryRun: Bool = false, progress: ((Int) -> Void)? = nil
  ) throws(LedgerError) -> ImportReport {
    let table = try CSVTable(text, file: file)
    return try post(dryRun: dryRun, alone: true) { session in
      try LoanImport(table, session: session, on: date, note: note).run(
        progress: progress)
    }
  }

  /// Brings in deposits, withdrawals, fees and interest of members from a CSV file.
  ///
  /// Columns: `date,member,product,type,amount,reference`, and `memo` and `account` (rekening) if
  /// wanted: one of several accounts of the member. Indonesian names and words are understood.
  /// Rows are posted by date, then in the order of the file. A row whose reference is in the book
  /// with the same content is not stored again.
  ///
  /// - Throws: `import.refused` with all bad rows; then nothing was stored.
  public func importTransactions(
    csv text: String, file: String, note: EntryNote = EntryNote(), dryRun: Bool = false,
    progress: ((Int) -> Void)? = nil
  ) throws(LedgerError) -> ImportReport {
    let table = try CSVTable(text, file: file)
    return try post(dryRun: dryRun, alone: true) { session in
      try TransactionImport(table, session: session, note: note).run(progress: progress)
    }
  }

  /// Takes payments on many loans in one voucher, from a payroll list (daftar potong gaji).
  ///
  /// Columns: `loan` (pinjaman) or `member` (anggota) for members with one loan, and `amount`
  /// (jumlah). Every row is divided as a single payment would be.
  ///
  /// - Parameters:
  ///   - text: The content of the file.
  ///   - file: Its name, for errors.
  ///   - date: The day, in an open month.
  ///   - payer: The account that is debited, such as a claim on the employer; nil for cash.
  ///   - note: Reference, memo and author; the same reference and total is not booked twice.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The voucher, and what each row settled.
  /// - Throws: `import.refused` with all bad rows; then nothing was stored. `reference.reused`.
  public func importRepayments(
    csv text: String, file: String, on date: BookDate, from payer: AccountCode? = nil,
    note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> RepaymentListReport {
    let table = try CSVTable(text, file: file)
    return try post(dryRun: dryRun, alone: true) { session in
      try RepaymentList(
        table, session: session, payer: payer,
        way: RepaymentWay(date: date, payer: nil, note: note)
      ).run()
    }
  }
}
