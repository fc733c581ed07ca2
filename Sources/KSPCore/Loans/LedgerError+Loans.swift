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
  package static func loanProductUnknown(
    _ code: ProductCode, known: [ProductCode]
  ) -> LedgerError {
    LedgerError(
      .loanProductUnknown, category: .missing,
      message: Phrase(
        id: "Tidak ada produk pinjaman “\(code)”.", en: "There is no loan product “\(code)”."),
      advice: known.isEmpty
        ? Phrase(
          id: "Tambahkan produknya dulu.", en: "Add the product first.")
        : .choice(of: known),
      remedies: known.isEmpty ? [.loan(.addProduct)] : [])
  }

  /// There is no loan with the number.
  package static func loanUnknown(_ number: LoanNumber) -> LedgerError {
    LedgerError(
      .loanUnknown, category: .missing,
      message: Phrase(id: "Tidak ada pinjaman “\(number)”.", en: "There is no loan “\(number)”."),
      advice: Phrase(
        id: "Cari nomornya di daftar pinjaman.",
        en: "Find the number in the list of loans."),
      remedies: [.loan(.find)])
  }

  /// The loan is not at the step that this needs.
  package static func loanNotAtStep(_ number: LoanNumber, is status: Loan.Status) -> LedgerError {
    let (advice, remedy): (Phrase, Remedy.OnLoan) =
      switch status {
      case .applied: (Phrase(id: "Setujui dulu.", en: "Approve it first."), .approve(number))
      case .approved: (Phrase(id: "Cairkan dulu.", en: "Pay it out first."), .payOut(number))
      case .rejected, .withdrawn, .settled:
        (
          Phrase(
            id: "Ajukan pinjaman baru kalau perlu.", en: "Apply for a new loan if one is needed."),
          .apply
        )
      case .running:
        (Phrase(id: "Lihat keadaannya.", en: "See where it stands."), .see(number))
      case .writtenOff:
        (
          Phrase(
            id: "Uang yang masuk dicatat sebagai penerimaan hapus buku.",
            en: "Money that comes in is booked as recovered."), .recover(number)
        )
      case .cancelled:
        (Phrase(id: "Ambil alih sekali lagi.", en: "Take it over again."), .takeOver)
      }
    return LedgerError(
      .loanNotAtStep,
      message: Phrase(
        id: "Pinjaman \(number) berstatus “\(status.name.indonesian)”, jadi ini tidak bisa.",
        en: "Loan \(number) is “\(status.name.english)”, so this cannot be done."),
      advice: advice, remedies: [.loan(remedy)])
  }

  /// The amount or the term lies outside what the product allows.
  package static func loanOutsideTerms(_ product: ProductCode, _ reason: Phrase) -> LedgerError {
    LedgerError(
      .loanOutsideTerms,
      message: Phrase(
        id: "Produk \(product) tidak mengizinkan ini: \(reason.indonesian).",
        en: "Product \(product) does not allow this: \(reason.english)."),
      advice: Phrase(
        id: "Ubah jumlah atau jangka waktunya, atau pilih produk lain.",
        en: "Change the amount or the term, or choose another product."))
  }

  /// The day lies before something that happened to the loan.
  package static func loanDateTooEarly(
    _ number: LoanNumber, _ date: BookDate, since: BookDate
  ) -> LedgerError {
    LedgerError(
      .loanDateTooEarly,
      message: Phrase(
        id: "Tanggal \(date) lebih awal dari kejadian terakhir pinjaman \(number) pada \(since).",
        en: "The date \(date) lies before what last happened to loan \(number), on \(since)."),
      advice: Phrase(
        id: "Pakai tanggal \(since) atau sesudahnya.", en: "Use \(since) or a later date."))
  }

  /// What is cut from a loan is more than the loan.
  package static func loanFeesTooLarge(_ fees: Rupiah, principal: Rupiah) -> LedgerError {
    LedgerError(
      .loanFeesTooLarge,
      message: Phrase(
        id: "Potongan \(fees.formatted) melebihi pinjaman \(principal.formatted).",
        en: "The deductions \(fees.formatted) exceed the loan of \(principal.formatted)."),
      advice: Phrase(
        id: "Perbaiki potongan pada produknya, atau pinjam lebih banyak.",
        en: "Correct the product's deductions, or lend more."))
  }

  /// Nothing is due on the loan; `next` is the installment that comes, where there is one.
  package static func loanNothingDue(
    _ number: LoanNumber, next: LoanPosition.Open? = nil
  ) -> LedgerError {
    let then = next.map { open in
      let (count, due) = (open.installment.number, open.installment.due)
      return Phrase(
        id: " Angsuran berikutnya ke-\(count), \(open.total.formatted), jatuh tempo \(due).",
        en: " The next installment is no. \(count), \(open.total.formatted), due \(due).")
    }
    return LedgerError(
      .loanNothingDue,
      message: Phrase(
        id: "Tidak ada yang harus dibayar untuk pinjaman \(number)."
          + (then?.indonesian ?? ""),
        en: "There is nothing to pay on loan \(number)." + (then?.english ?? "")),
      advice: Phrase(
        id: "Ketik jumlahnya kalau ingin membayar lebih dulu.",
        en: "Type the amount to pay ahead of time."))
  }

  /// The amount is not what settles the loan.
  package static func loanSettlementAmount(
    _ number: LoanNumber, given: Rupiah, needed: Rupiah, on date: BookDate
  ) -> LedgerError {
    LedgerError(
      .loanSettlementAmount,
      message: Phrase(
        id: "Pelunasan \(number) adalah \(needed.formatted), bukan \(given.formatted).",
        en: "Settling \(number) takes \(needed.formatted), not \(given.formatted)."),
      advice: Phrase(
        id: "Lunasi tanpa jumlah.",
        en: "Settle it without an amount."),
      remedies: [.loan(.settle(number, on: date))])
  }

  /// Something later stands on the entry that would be reversed.
  package static func loanLaterEvents(
    _ entry: EntryNumber, loan: LoanNumber, after later: EntryNumber?
  ) -> LedgerError {
    let what =
      later.map { Phrase(id: "bukti \($0)", en: "voucher \($0)") }
      ?? Phrase(id: "penjadwalan ulang", en: "a new plan")
    return LedgerError(
      .loanLaterEvents,
      message: Phrase(
        id:
          "Bukti \(entry) tidak bisa dibalik: pinjaman \(loan) sudah punya \(what.indonesian) sesudahnya.",
        en: "Voucher \(entry) cannot be reversed: loan \(loan) has \(what.english) after it."),
      advice: later == nil
        ? Phrase(
          id: "Buat rencana baru.", en: "Make a new plan.")
        : Phrase(id: "Balik dulu bukti itu.", en: "Reverse that voucher first."),
      remedies: [later.map { .journal(.reverse($0)) } ?? .loan(.reschedule(loan))])
  }

  /// More interest was paid ahead, or cut in advance, than a new plan asks for.
  package static func loanPaidAhead(
    _ number: LoanNumber, _ component: LoanComponent, _ paid: Rupiah, asked: Rupiah
  ) -> LedgerError {
    let name = component.name
    return LedgerError(
      .loanInterestPaidAhead,
      message: Phrase(
        id:
          "\(name.indonesian) \(paid.formatted) pinjaman \(number) sudah dibayar di muka, lebih dari \(name.indonesian.lowercased()) rencana baru \(asked.formatted).",
        en:
          "\(name.english) of \(paid.formatted) on loan \(number) was paid ahead, more than the \(asked.formatted) that the new plan asks for."
      ),
      advice: Phrase(
        id:
          "Perpanjang jangka waktunya, naikkan sukunya, atau jadwalkan setelah \(name.indonesian.lowercased()) itu terpakai.",
        en:
          "Take a longer term or a higher rate, or reschedule once that \(name.english.lowercased()) is used up."
      ))
  }

  /// An entry of a loan is to be reversed on another day than the one that it needs.
  package static func loanReversalDate(
    _ entry: EntryNumber, _ date: BookDate, must day: BookDate
  ) -> LedgerError {
    LedgerError(
      .loanReversalDate,
      message: Phrase(
        id:
          "Bukti pinjaman \(entry) dibalik per \(day), bukan \(date): di antara keduanya angsuran yang salah dan penggantinya akan dihitung bersama.",
        en:
          "Loan voucher \(entry) is reversed as of \(day), not \(date): between the two the mistake and what takes its place would both count."
      ),
      advice: Phrase(
        id: "Kosongkan tanggalnya, atau pakai \(day).", en: "Leave the date out, or use \(day)."))
  }

  /// A member owes no loan, or more than one, where one loan is meant.
  package static func loanAmbiguous(_ member: MemberNumber, loans: [LoanNumber]) -> LedgerError {
    let list = loans.map(\.text).joined(separator: ", ")
    return LedgerError(
      .loanAmbiguous,
      message: loans.isEmpty
        ? Phrase(
          id: "Anggota \(member) tidak punya pinjaman.", en: "Member \(member) owes no loan.")
        : Phrase(
          id: "Anggota \(member) punya beberapa pinjaman: \(list).",
          en: "Member \(member) owes several loans: \(list)."),
      advice: loans.isEmpty
        ? Phrase(
          id: "Periksa nomornya; simpanan punya kolom sendiri (Wajib, Sukarela).",
          en: "Check the number; savings have columns of their own (wajib, sukarela).")
        : Phrase(
          id:
            "Tulis nomornya di kolom “No. Pinjaman”, satu baris per pinjaman; atau bagi menurut urutan.",
          en:
            "Give its number in a column “Loan No.”, one row for each loan; or divide it in order."),
      remedies: loans.isEmpty ? [] : [.again(.divideInOrder)])
  }

  /// A row names a loan and a member it does not belong to.
  package static func loanOfAnotherMember(_ number: LoanNumber, given member: MemberNumber)
    -> LedgerError
  {
    LedgerError(
      .loanOfAnotherMember,
      message: Phrase(
        id: "Pinjaman \(number) bukan pinjaman anggota \(member).",
        en: "Loan \(number) is not one of member \(member)."),
      advice: Phrase(
        id: "Betulkan salah satunya, atau kosongkan nomor anggotanya.",
        en: "Correct one of them, or leave the member's number empty."))
  }

  /// The account may not pay the loan; without a borrower, a list of payments of many members.
  package static func loanPayerUnfit(_ account: AccountCode, borrower: MemberNumber?) -> LedgerError
  {
    LedgerError(
      .loanPayerUnfit,
      message: Phrase(
        id: "Angsuran tidak bisa dibayar dari akun \(account).",
        en: "Account \(account) cannot pay a loan."),
      advice: borrower.map {
        Phrase(
          id: "Pakai simpanan milik anggota \($0) sendiri, atau akun kas, bank atau piutang.",
          en:
            "Use savings of member \($0), who owes the loan, or an account of cash, bank or a claim."
        )
      }
        ?? Phrase(
          id: "Pakai akun kas, bank atau piutang, bukan simpanan anggota.",
          en: "Use an account of cash, bank or a claim, not a member's savings."))
  }

  /// The order in which payments are divided does not name each of the three parts once.
  package static func loanAllocationIncomplete(_ order: [LoanComponent]) -> LedgerError {
    let given = order.map(\.rawValue).joined(separator: ",")
    return LedgerError(
      .loanAllocationIncomplete,
      message: Phrase(
        id:
          "Urutan alokasi “\(given)” harus menyebut denda, jasa dan pokok, dan administrasi bila ada, masing-masing sekali.",
        en:
          "The order of allocation “\(given)” must name late fee, interest and principal, and administration if there is one, each once."
      ),
      advice: Phrase(
        id: "Tulis semuanya, masing-masing sekali.",
        en: "Name them all, each once."),
      remedies: [.again(.nameAllocation)])
  }

  /// The member still owes a loan.
  package static func memberHasLoan(
    _ member: MemberNumber, _ number: LoanNumber, owed: Rupiah, on date: BookDate
  ) -> LedgerError {
    LedgerError(
      .memberHasLoan,
      message: Phrase(
        id: "Anggota tidak bisa keluar: pinjaman \(number) masih \(owed.formatted).",
        en: "The member cannot leave: loan \(number) still stands at \(owed.formatted)."),
      advice: Phrase(
        id: "Potong dari simpanannya, atau terima dulu uangnya.",
        en: "Take it from the savings, or take the money first."),
      remedies: [
        .member(.endMembership(member, on: date, settingOffLoans: true)),
        .loan(.settle(number, on: date)),
      ])
  }

  /// The savings of a member who leaves do not cover what is owed on a loan.
  package static func memberSavingsShort(
    _ number: LoanNumber, owed: Rupiah, lacking: Rupiah, on date: BookDate
  ) -> LedgerError {
    LedgerError(
      .memberSavingsShort,
      message: Phrase(
        id: "Simpanan anggota tidak cukup: pinjaman \(number) masih \(owed.formatted), kurang "
          + "\(lacking.formatted).",
        en: "The member's savings are too small: loan \(number) stands at \(owed.formatted), "
          + "\(lacking.formatted) too much."),
      advice: Phrase(
        id: "Terima pelunasannya dari kas dulu, lalu ulangi.",
        en: "Take the money for it first, then try again."),
      remedies: [.loan(.settle(number, on: date))])
  }
}
