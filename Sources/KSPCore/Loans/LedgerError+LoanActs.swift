/// What is refused of decisions, collateral, waivers and top-ups.
extension LedgerError {
  /// More is granted than was asked for.
  package static func loanGrantTooLarge(
    _ number: LoanNumber, asked: Rupiah, given: Rupiah
  ) -> LedgerError {
    LedgerError(
      .loanGrantTooLarge,
      message: Phrase(
        id: "Yang disetujui \(given.formatted) melebihi permohonan \(number): \(asked.formatted).",
        en: "\(given.formatted) is more than application \(number) asks for: \(asked.formatted)."),
      advice: Phrase(
        id: "Ubah dulu permohonannya.",
        en: "Change the application first."),
      remedies: [.loan(.changeApplication(number, amount: given))])
  }

  /// Nothing is said that would be changed.
  package static func loanChangeEmpty(_ number: LoanNumber) -> LedgerError {
    LedgerError(
      .loanChangeEmpty,
      message: Phrase(
        id: "Tidak ada yang berubah pada permohonan \(number).",
        en: "Nothing would change about application \(number)."),
      advice: Phrase(
        id: "Sebut jumlah, jangka waktu, suku atau tujuan yang lain dari sekarang.",
        en: "Name an amount, a term, a rate or a purpose that is not what it is now."),
      remedies: [.again(.changeTerms)])
  }

  /// The loan has no collateral with a number; without one, none at all.
  package static func loanCollateralUnknown(_ number: LoanNumber, line: Int?) -> LedgerError {
    LedgerError(
      .loanCollateralUnknown, category: .missing,
      message: line.map {
        Phrase(
          id: "Pinjaman \(number) tidak punya agunan nomor \($0).",
          en: "Loan \(number) has no collateral number \($0).")
      }
        ?? Phrase(
          id: "Tidak ada agunan pada pinjaman \(number).",
          en: "There is no collateral on loan \(number)."),
      advice: Phrase(
        id: "Lihat nomornya di kartu.",
        en: "See the numbers on its card."),
      remedies: [.loan(.see(number))])
  }

  /// Collateral would be given back while the loan is owed.
  package static func loanCollateralNeeded(_ number: LoanNumber, owed: Rupiah) -> LedgerError {
    LedgerError(
      .loanCollateralNeeded,
      message: Phrase(
        id: "Agunan \(number) belum boleh kembali: sisa pokoknya \(owed.formatted).",
        en: "The collateral of \(number) secures \(owed.formatted) that are still owed."),
      advice: Phrase(
        id: "Kalau memang diputuskan begitu, nyatakan dengan alasannya.",
        en: "If it is meant, say so and why."),
      remedies: [.again(.returnWhileOwed)])
  }

  /// A new loan does not reach for the one that it is to pay off.
  package static func loanTopUpTooSmall(
    _ number: LoanNumber, needed: Rupiah, left: Rupiah
  ) -> LedgerError {
    LedgerError(
      .loanTopUpTooSmall,
      message: Phrase(
        id: "Pelunasan \(number) \(needed.formatted) melebihi yang tersisa dari pinjaman baru: "
          + "\(left.formatted).",
        en:
          "Settling \(number) takes \(needed.formatted), and \(left.formatted) are left of the new "
          + "loan."),
      advice: Phrase(
        id: "Pinjam lebih banyak, atau bayar dulu sebagian.",
        en: "Lend more, or take a payment first."),
      remedies: [.loan(.repay(number))])
  }

  /// More is to be waived than can be.
  package static func loanWaiverTooLarge(
    _ number: LoanNumber, given: Rupiah, most: LoanParts
  ) -> LedgerError {
    let third = most.administration
    return LedgerError(
      .loanWaiverTooLarge,
      message: Phrase(
        id: "Keringanan \(given.formatted) melebihi yang bisa diringankan pada \(number): denda "
          + "\(most.lateFee.formatted), jasa \(most.interest.formatted)"
          + (third.isZero ? "." : ", administrasi \(third.formatted)."),
        en: "A waiver of \(given.formatted) is more than can be waived on \(number): late fees of "
          + "\(most.lateFee.formatted), interest of \(most.interest.formatted)"
          + (third.isZero ? "." : ", administration of \(third.formatted).")),
      advice: Phrase(
        id: "Kurangi jumlahnya. Pokok tidak diringankan, melainkan dihapus buku.",
        en: "Lower the amount. Principal is not waived but written off."),
      remedies: [.loan(.writeOff(number))])
  }

  /// A borrower is let off something, and nobody says why.
  package static func loanReasonMissing(_ number: LoanNumber) -> LedgerError {
    LedgerError(
      .loanReasonMissing,
      message: Phrase(
        id: "Keringanan pinjaman \(number) perlu alasannya.",
        en: "A waiver on loan \(number) needs its reason."),
      advice: Phrase(
        id: "Tulis nomor keputusan atau alasannya.",
        en: "Give the number of the decision, or the reason."),
      remedies: [.again(.giveReason)])
  }
}
