extension LedgerError {
  /// A part of a payment is more than is owed of it.
  package static func loanPartTooLarge(
    _ number: LoanNumber, _ component: LoanComponent, _ part: Rupiah, owed: Rupiah
  ) -> LedgerError {
    let name: Phrase =
      switch component {
      case .lateFee: Phrase(id: "denda", en: "late fees")
      case .interest: Phrase(id: "jasa", en: "interest")
      case .administration: Phrase(id: "administrasi", en: "administration")
      case .principal: Phrase(id: "pokok", en: "principal")
      }
    return LedgerError(
      .loanPartTooLarge,
      message: Phrase(
        id:
          "Bagian \(name.indonesian) \(part.formatted) tidak bisa: pinjaman \(number) punya \(owed.formatted) yang belum dibayar.",
        en:
          "A part of \(part.formatted) for \(name.english) cannot be: loan \(number) owes \(owed.formatted) of it."
      ),
      advice: Phrase(
        id: "Kurangi bagian itu, atau bayar tanpa membagi sendiri.",
        en: "Lower that part, or pay without dividing the money yourself."))
  }

  /// A payment reaches what settling takes while an installment still lies in the future.
  package static func loanWouldSettle(
    _ number: LoanNumber, on date: BookDate, given: Rupiah, settling: Rupiah, owed: Rupiah
  ) -> LedgerError {
    LedgerError(
      .loanWouldSettle,
      message: Phrase(
        id:
          "Dengan \(given.formatted) pinjaman \(number) bisa dilunasi: pelunasan hari ini \(settling.formatted), semua menurut rencana \(owed.formatted).",
        en:
          "With \(given.formatted) loan \(number) can be settled: settling takes \(settling.formatted) today, all that the plan asks for is \(owed.formatted)."
      ),
      advice: Phrase(
        id: "Lunasi, atau bayar di muka menurut produknya.",
        en: "Settle it, or pay ahead as its product says."),
      remedies: [.loan(.settle(number, on: date)), .again(.settle), .again(.payAhead)])
  }

  /// A payment is more than all that is owed.
  package static func loanOverpaid(_ number: LoanNumber, left: Rupiah) -> LedgerError {
    LedgerError(
      .loanOverpaid,
      message: Phrase(
        id: "Pembayaran lebih \(left.formatted) dari semua yang terutang pada pinjaman \(number).",
        en: "The payment is \(left.formatted) more than all that loan \(number) owes."),
      advice: Phrase(
        id: "Betulkan jumlahnya, atau masukkan sisanya ke simpanan.",
        en: "Correct the amount, or put the rest into savings."),
      remedies: [.again(.keepRestInSavings)])
  }

  /// More comes in of a loan that was written off than is claimed of it.
  package static func loanRecoveredBeyondClaim(
    _ number: LoanNumber, left: Rupiah
  ) -> LedgerError {
    LedgerError(
      .loanOverpaid,
      message: Phrase(
        id: "Tagihan pinjaman \(number) yang dihapus buku tinggal \(left.formatted).",
        en: "Only \(left.formatted) is still claimed of loan \(number), which was written off."),
      advice: Phrase(
        id: "Betulkan jumlahnya; yang lebih dari itu milik anggotanya.",
        en: "Correct the amount; what is beyond it is the member's."),
      remedies: [.loan(.see(number))])
  }

  /// The parts of a payment are not its amount.
  package static func loanPartsDiffer(_ amount: Rupiah, parts: Rupiah) -> LedgerError {
    LedgerError(
      .loanPartsDiffer,
      message: Phrase(
        id: "Bagian-bagiannya berjumlah \(parts.formatted), bukan \(amount.formatted).",
        en: "The parts come to \(parts.formatted), not \(amount.formatted)."),
      advice: Phrase(
        id: "Betulkan salah satunya, atau kosongkan jumlahnya.",
        en: "Correct one of them, or leave the amount out."))
  }

  /// The day lies before the plan in force, which stands on what was owed when it began.
  package static func loanPlanSince(
    _ number: LoanNumber, _ date: BookDate, plan: BookDate, by entry: EntryNumber?
  ) -> LedgerError {
    LedgerError(
      .loanDateTooEarly,
      message: Phrase(
        id:
          "Tanggal \(date) lebih awal dari rencana baru pinjaman \(number) sejak \(plan)\(entry.map { " (bukti \($0))" } ?? "").",
        en:
          "The date \(date) lies before the new plan of loan \(number) since \(plan)\(entry.map { " (voucher \($0))" } ?? "")."
      ),
      advice: entry.map {
        Phrase(
          id:
            "Balik dulu bukti \($0), catat pembayaran ini, lalu catat yang tadi lagi; atau pakai tanggal \(plan) atau sesudahnya.",
          en:
            "Reverse voucher \($0) first, enter this payment, then enter that one again; or use \(plan) or a later date."
        )
      } ?? Phrase(id: "Pakai tanggal \(plan) atau sesudahnya.", en: "Use \(plan) or a later date."))
  }

  /// A later payment would begin a new plan.
  package static func loanLaterPlan(
    _ number: LoanNumber, payment: EntryNumber, on date: BookDate
  ) -> LedgerError {
    LedgerError(
      .loanLaterPlan,
      message: Phrase(
        id:
          "Dengan ini pembayaran \(payment) tanggal \(date) pada pinjaman \(number) menjadi bayar di muka dan membuat rencana baru.",
        en:
          "With this, payment \(payment) of \(date) on loan \(number) would be paid ahead and begin a new plan."
      ),
      advice: Phrase(
        id: "Balik dulu bukti \(payment), catat ini, lalu catat pembayaran itu lagi.",
        en: "Reverse voucher \(payment) first, enter this, then enter that payment again."),
      remedies: [.journal(.reverse(payment))])
  }

  /// With a waiver, payments that are divided again would settle more than is owed.
  package static func loanLaterWaiver(
    _ number: LoanNumber, _ waiver: EntryNumber, on date: BookDate
  ) -> LedgerError {
    LedgerError(
      .loanLaterWaiver,
      message: Phrase(
        id:
          "Pinjaman \(number): keringanan \(waiver) tanggal \(date) membebaskan sebagian dari yang "
          + "akan dilunasi pembayaran lain menurut urutan tanggalnya.",
        en:
          "Loan \(number): waiver \(waiver) of \(date) lets off a part of what other payments would "
          + "settle in the order of their days."),
      advice: Phrase(
        id: "Balik dulu keringanannya, catat ini, lalu beri keringanan lagi.",
        en: "Reverse the waiver first, enter this, then waive again."),
      remedies: [.journal(.reverse(waiver))]
    )
  }

  /// Something that ended the loan lies after the day.
  package static func loanLaterStep(
    _ number: LoanNumber, _ date: BookDate, _ status: Loan.Status, on day: BookDate
  ) -> LedgerError {
    LedgerError(
      .loanLaterStep,
      message: Phrase(
        id:
          "Pinjaman \(number) sejak \(day) berstatus “\(status.name.indonesian)”; pembayaran tanggal \(date) tidak bisa masuk sebelumnya.",
        en:
          "Loan \(number) has been “\(status.name.english)” since \(day); a payment of \(date) cannot come before that."
      ),
      advice: Phrase(
        id: "Balik dulu buktinya, yang ada di kartunya; catat pembayaran ini, lalu ulangi.",
        en: "Reverse its voucher first, which its card names; enter this payment, then do it again."
      ),
      remedies: [.loan(.see(number))])
  }
}
