extension LedgerError.Code {
  /// There is no loan product with the code.
  public static let loanProductUnknown = Self(rawValue: "loan.productUnknown")
  /// There is no loan with the number.
  public static let loanUnknown = Self(rawValue: "loan.unknown")
  /// The loan is not at the step that this needs.
  public static let loanNotAtStep = Self(rawValue: "loan.notAtStep")
  /// The amount or the term lies outside what the product allows.
  public static let loanOutsideTerms = Self(rawValue: "loan.outsideTerms")
  /// The day lies before something that happened to the loan.
  public static let loanDateTooEarly = Self(rawValue: "loan.dateTooEarly")
  /// What is cut from a loan is more than the loan.
  public static let loanFeesTooLarge = Self(rawValue: "loan.feesTooLarge")
  /// Nothing is due on the loan.
  public static let loanNothingDue = Self(rawValue: "loan.nothingDue")
  /// The amount is not what settles the loan.
  public static let loanSettlementAmount = Self(rawValue: "loan.settlementAmount")
  /// Something later stands on the entry that would be reversed.
  public static let loanLaterEvents = Self(rawValue: "loan.laterEvents")
  /// More interest was paid ahead than a new plan asks for.
  public static let loanInterestPaidAhead = Self(rawValue: "loan.interestPaidAhead")
  /// An entry of a loan is to be reversed on another day than the one that it needs.
  public static let loanReversalDate = Self(rawValue: "loan.reversalDate")
  /// A member owes no loan, or more than one, where one loan is meant.
  public static let loanAmbiguous = Self(rawValue: "loan.ambiguous")
  /// A row names a loan and a member it does not belong to.
  public static let loanOfAnotherMember = Self(rawValue: "loan.otherMember")
  /// More is granted than was asked for.
  public static let loanGrantTooLarge = Self(rawValue: "loan.grantTooLarge")
  /// An application is to be changed into what it is.
  public static let loanChangeEmpty = Self(rawValue: "loan.changeEmpty")
  /// The loan has no collateral with the number, or none at all.
  public static let loanCollateralUnknown = Self(rawValue: "loan.collateralUnknown")
  /// Collateral would be given back while the loan is owed.
  public static let loanCollateralNeeded = Self(rawValue: "loan.collateralNeeded")
  /// A new loan does not reach for the one that it is to pay off.
  public static let loanTopUpTooSmall = Self(rawValue: "loan.topUpTooSmall")
  /// More is to be waived than can be.
  public static let loanWaiverTooLarge = Self(rawValue: "loan.waiverTooLarge")
  /// Somebody is let off something, and nobody says why.
  public static let loanReasonMissing = Self(rawValue: "loan.reasonMissing")
  /// The account may not pay the loan.
  public static let loanPayerUnfit = Self(rawValue: "loan.payerUnfit")
  /// The order in which payments are divided does not name each of the three parts once.
  public static let loanAllocationIncomplete = Self(rawValue: "loan.allocationIncomplete")
  /// A part of a payment is more than is owed of it.
  public static let loanPartTooLarge = Self(rawValue: "loan.partTooLarge")
  /// The parts of a payment are not its amount.
  public static let loanPartsDiffer = Self(rawValue: "loan.partsDiffer")
  /// A payment reaches what settling takes, and has not been decided about.
  public static let loanWouldSettle = Self(rawValue: "loan.wouldSettle")
  /// A payment is more than all that is owed.
  public static let loanOverpaid = Self(rawValue: "loan.overpaid")
  /// A later payment would begin a new plan.
  public static let loanLaterPlan = Self(rawValue: "loan.laterPlan")
  /// A waiver let off what payments that are divided again would settle.
  public static let loanLaterWaiver = Self(rawValue: "loan.laterWaiver")
  /// Something that ended the loan lies after the day.
  public static let loanLaterStep = Self(rawValue: "loan.laterStep")
  /// The member still owes a loan.
  public static let memberHasLoan = Self(rawValue: "member.hasLoan")
  /// The savings of a member who leaves do not cover a loan that is to be set off.
  public static let memberSavingsShort = Self(rawValue: "member.savingsShort")
}

extension LedgerError {
  /// There is no loan product with the code.
  public static func loanProductUnknown(_ code: String, known: [String]) -> LedgerError {
    let list = known.joined(separator: ", ")
    return LedgerError(
      .loanProductUnknown, category: .missing,
      message: Phrase(
        "Tidak ada produk pinjaman “\(code)”.", "There is no loan product “\(code)”."),
      advice: known.isEmpty
        ? Phrase(
          "Tambahkan produknya dulu: ksp loan product add.",
          "Add the product first: ksp loan product add.")
        : Phrase("Pilih salah satu: \(list).", "Choose one of: \(list)."))
  }

  /// There is no loan with the number.
  public static func loanUnknown(_ number: String) -> LedgerError {
    LedgerError(
      .loanUnknown, category: .missing,
      message: Phrase("Tidak ada pinjaman “\(number)”.", "There is no loan “\(number)”."),
      advice: Phrase("Cari nomornya dengan ksp loan list.", "Find the number with ksp loan list."))
  }

  /// The loan is not at the step that this needs.
  public static func loanNotAtStep(_ number: String, is status: Loan.Status) -> LedgerError {
    let advice: Phrase =
      switch status {
      case .applied:
        Phrase(
          "Setujui dulu: ksp loan approve \(number).",
          "Approve it first: ksp loan approve \(number).")
      case .approved:
        Phrase("Cairkan dulu: ksp disburse \(number).", "Pay it out first: ksp disburse \(number).")
      case .rejected, .withdrawn, .settled:
        Phrase("Ajukan pinjaman baru kalau perlu.", "Apply for a new loan if one is needed.")
      case .running:
        Phrase(
          "Lihat keadaannya: ksp loan show \(number).",
          "See where it stands: ksp loan show \(number).")
      case .writtenOff:
        Phrase(
          "Uang yang masuk dicatat dengan ksp loan recover \(number).",
          "Money that comes in is booked with ksp loan recover \(number).")
      case .cancelled:
        Phrase(
          "Ambil alih lagi dengan ksp loan import.", "Take it over again with ksp loan import.")
      }
    return LedgerError(
      .loanNotAtStep,
      message: Phrase(
        "Pinjaman \(number) berstatus “\(status.name.indonesian)”, jadi ini tidak bisa.",
        "Loan \(number) is “\(status.name.english)”, so this cannot be done."),
      advice: advice)
  }

  /// The amount or the term lies outside what the product allows.
  public static func loanOutsideTerms(_ product: String, _ reason: Phrase) -> LedgerError {
    LedgerError(
      .loanOutsideTerms,
      message: Phrase(
        "Produk \(product) tidak mengizinkan ini: \(reason.indonesian).",
        "Product \(product) does not allow this: \(reason.english)."),
      advice: Phrase(
        "Ubah jumlah atau jangka waktunya, atau pilih produk lain.",
        "Change the amount or the term, or choose another product."))
  }

  /// The day lies before something that happened to the loan.
  public static func loanDateTooEarly(
    _ number: String, _ date: BookDate, since: BookDate
  ) -> LedgerError {
    LedgerError(
      .loanDateTooEarly,
      message: Phrase(
        "Tanggal \(date) lebih awal dari kejadian terakhir pinjaman \(number) pada \(since).",
        "The date \(date) lies before what last happened to loan \(number), on \(since)."),
      advice: Phrase("Pakai tanggal \(since) atau sesudahnya.", "Use \(since) or a later date."))
  }

  /// What is cut from a loan is more than the loan.
  public static func loanFeesTooLarge(_ fees: Rupiah, principal: Rupiah) -> LedgerError {
    LedgerError(
      .loanFeesTooLarge,
      message: Phrase(
        "Potongan \(fees.formatted) melebihi pinjaman \(principal.formatted).",
        "The deductions \(fees.formatted) exceed the loan of \(principal.formatted)."),
      advice: Phrase(
        "Perbaiki potongan pada produknya, atau pinjam lebih banyak.",
        "Correct the product's deductions, or lend more."))
  }

  /// Nothing is due on the loan.
  public static func loanNothingDue(_ number: String) -> LedgerError {
    LedgerError(
      .loanNothingDue,
      message: Phrase(
        "Tidak ada yang harus dibayar untuk pinjaman \(number).",
        "There is nothing to pay on loan \(number)."),
      advice: Phrase(
        "Ketik jumlahnya kalau ingin membayar lebih dulu.",
        "Type the amount to pay ahead of time."))
  }

  /// The amount is not what settles the loan.
  public static func loanSettlementAmount(
    _ number: String, given: Rupiah, needed: Rupiah, on date: BookDate
  ) -> LedgerError {
    LedgerError(
      .loanSettlementAmount,
      message: Phrase(
        "Pelunasan \(number) adalah \(needed.formatted), bukan \(given.formatted).",
        "Settling \(number) takes \(needed.formatted), not \(given.formatted)."),
      advice: Phrase(
        "Lunasi tanpa jumlah: ksp loan settle \(number) --date \(date).",
        "Settle it without an amount: ksp loan settle \(number) --date \(date)."))
  }

  /// Something later stands on the entry that would be reversed.
  public static func loanLaterEvents(
    _ entry: EntryNumber, loan: String, after later: EntryNumber?
  ) -> LedgerError {
    let what =
      later.map { Phrase("bukti \($0)", "voucher \($0)") }
      ?? Phrase("penjadwalan ulang", "a new plan")
    return LedgerError(
      .loanLaterEvents,
      message: Phrase(
        "Bukti \(entry) tidak bisa dibalik: pinjaman \(loan) sudah punya \(what.indonesian) sesudahnya.",
        "Voucher \(entry) cannot be reversed: loan \(loan) has \(what.english) after it."),
      advice: later == nil
        ? Phrase(
          "Buat rencana baru dengan ksp loan reschedule \(loan).",
          "Make a new plan with ksp loan reschedule \(loan).")
        : Phrase("Balik dulu bukti itu.", "Reverse that voucher first."))
  }

  /// More interest was paid ahead, or cut in advance, than a new plan asks for.
  public static func loanPaidAhead(
    _ number: String, _ component: LoanComponent, _ paid: Rupiah, asked: Rupiah
  ) -> LedgerError {
    let name = component.name
    return LedgerError(
      .loanInterestPaidAhead,
      message: Phrase(
        "\(name.indonesian) \(paid.formatted) pinjaman \(number) sudah dibayar di muka, lebih dari \(name.indonesian.lowercased()) rencana baru \(asked.formatted).",
        "\(name.english) of \(paid.formatted) on loan \(number) was paid ahead, more than the \(asked.formatted) that the new plan asks for."
      ),
      advice: Phrase(
        "Perpanjang jangka waktunya, naikkan sukunya, atau jadwalkan setelah \(name.indonesian.lowercased()) itu terpakai.",
        "Take a longer term or a higher rate, or reschedule once that \(name.english.lowercased()) is used up."
      ))
  }

  /// An entry of a loan is to be reversed on another day than the one that it needs.
  public static func loanReversalDate(
    _ entry: EntryNumber, _ date: BookDate, must day: BookDate
  ) -> LedgerError {
    LedgerError(
      .loanReversalDate,
      message: Phrase(
        "Bukti pinjaman \(entry) dibalik per \(day), bukan \(date): di antara keduanya angsuran yang salah dan penggantinya akan dihitung bersama.",
        "Loan voucher \(entry) is reversed as of \(day), not \(date): between the two the mistake and what takes its place would both count."
      ),
      advice: Phrase(
        "Kosongkan tanggalnya, atau pakai \(day).", "Leave the date out, or use \(day)."))
  }

  /// A member owes no loan, or more than one, where one loan is meant.
  public static func loanAmbiguous(_ member: String, loans: [String]) -> LedgerError {
    let list = loans.joined(separator: ", ")
    return LedgerError(
      .loanAmbiguous,
      message: loans.isEmpty
        ? Phrase("Anggota \(member) tidak punya pinjaman.", "Member \(member) owes no loan.")
        : Phrase(
          "Anggota \(member) punya beberapa pinjaman: \(list).",
          "Member \(member) owes several loans: \(list)."),
      advice: loans.isEmpty
        ? Phrase(
          "Periksa nomornya; simpanan punya kolom sendiri (Wajib, Sukarela).",
          "Check the number; savings have columns of their own (wajib, sukarela).")
        : Phrase(
          "Tulis nomornya di kolom “No. Pinjaman”, satu baris per pinjaman; atau --order pinjaman.",
          "Give its number in a column “Loan No.”, one row for each loan; or --order loans."))
  }

  /// A row names a loan and a member it does not belong to.
  public static func loanOfAnotherMember(_ number: String, given member: String) -> LedgerError {
    LedgerError(
      .loanOfAnotherMember,
      message: Phrase(
        "Pinjaman \(number) bukan pinjaman anggota \(member).",
        "Loan \(number) is not one of member \(member)."),
      advice: Phrase(
        "Betulkan salah satunya, atau kosongkan nomor anggotanya.",
        "Correct one of them, or leave the member's number empty."))
  }

  /// The account may not pay the loan; without a borrower, a list of payments of many members.
  public static func loanPayerUnfit(_ account: AccountCode, borrower: String?) -> LedgerError {
    LedgerError(
      .loanPayerUnfit,
      message: Phrase(
        "Angsuran tidak bisa dibayar dari akun \(account).",
        "Account \(account) cannot pay a loan."),
      advice: borrower.map {
        Phrase(
          "Pakai simpanan milik anggota \($0) sendiri, atau akun kas, bank atau piutang.",
          "Use savings of member \($0), who owes the loan, or an account of cash, bank or a claim.")
      }
        ?? Phrase(
          "Pakai akun kas, bank atau piutang, bukan simpanan anggota.",
          "Use an account of cash, bank or a claim, not a member's savings."))
  }

  /// The order in which payments are divided does not name each of the three parts once.
  public static func loanAllocationIncomplete(_ order: [LoanComponent]) -> LedgerError {
    let given = order.map(\.rawValue).joined(separator: ",")
    return LedgerError(
      .loanAllocationIncomplete,
      message: Phrase(
        "Urutan alokasi “\(given)” harus menyebut denda, jasa dan pokok, dan administrasi bila ada, masing-masing sekali.",
        "The order of allocation “\(given)” must name late fee, interest and principal, and administration if there is one, each once."
      ),
      advice: Phrase(
        "Tulis semuanya, misalnya --allocation interest,late-fee,principal, atau "
          + "--allocation late-fee,interest,administration,principal.",
        "Name them all, for example --allocation interest,late-fee,principal, or "
          + "--allocation late-fee,interest,administration,principal."))
  }

  /// The member still owes a loan.
  public static func memberHasLoan(
    _ member: String, _ number: String, owed: Rupiah, on date: BookDate
  ) -> LedgerError {
    LedgerError(
      .memberHasLoan,
      message: Phrase(
        "Anggota tidak bisa keluar: pinjaman \(number) masih \(owed.formatted).",
        "The member cannot leave: loan \(number) still stands at \(owed.formatted)."),
      advice: Phrase(
        "Potong dari simpanannya: ksp member leave \(member) --date \(date) --set-off-loans; atau terima "
          + "uangnya dulu: ksp loan settle \(number) --date \(date).",
        "Take it from the savings: ksp member leave \(member) --date \(date) --set-off-loans; or "
          + "take the money first: ksp loan settle \(number) --date \(date)."))
  }

  /// The savings of a member who leaves do not cover what is owed on a loan.
  public static func memberSavingsShort(
    _ number: String, owed: Rupiah, lacking: Rupiah, on date: BookDate
  ) -> LedgerError {
    LedgerError(
      .memberSavingsShort,
      message: Phrase(
        "Simpanan anggota tidak cukup: pinjaman \(number) masih \(owed.formatted), kurang "
          + "\(lacking.formatted).",
        "The member's savings are too small: loan \(number) stands at \(owed.formatted), "
          + "\(lacking.formatted) too much."),
      advice: Phrase(
        "Terima pelunasannya dari kas dulu, lalu ulangi: ksp loan settle \(number) --date \(date).",
        "Take the money for it first, then try again: ksp loan settle \(number) --date \(date)."))
  }
}
