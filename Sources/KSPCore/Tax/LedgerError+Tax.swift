extension LedgerError.Code {
  /// Somebody leaves who owes tax on interest that their savings cannot bear.
  public static let memberOwesTax = Self(rawValue: "member.owesTax")
  /// Interest is said to be earned in months after the one in which it is paid.
  public static let interestMonthAhead = Self(rawValue: "interest.monthAhead")
  /// A rule of the tax on interest begins in a closed month.
  public static let taxRuleTooEarly = Self(rawValue: "taxRule.tooEarly")
}

extension LedgerError {
  /// Somebody leaves who owes tax on interest that their savings cannot bear.
  package static func memberOwesTax(_ number: MemberNumber, _ amount: Rupiah) -> LedgerError {
    LedgerError(
      .memberOwesTax,
      message: Phrase(
        id: "Anggota \(number) masih menanggung PPh jasa \(amount.formatted), "
          + "lebih dari simpanan sukarelanya.",
        en: "Member \(number) still bears \(amount.formatted) of tax on interest, "
          + "more than their voluntary savings."),
      advice: Phrase(
        id: "Perhitungkan dengan simpanan yang dibayarkan.",
        en: "Set it off against the savings that are paid out."),
      remedies: [.again(.setOffLoans)])
  }

  /// Interest is said to be earned in months after the one in which it is paid.
  package static func interestMonthAhead(_ month: BookMonth, paid: BookMonth) -> LedgerError {
    LedgerError(
      .interestMonthAhead,
      message: Phrase(
        id: "Jasa bulan \(month) tidak bisa dibayar dalam bulan \(paid).",
        en: "Interest of \(month) cannot be paid in \(paid)."),
      advice: Phrase(
        id: "Tulis bulan jasa yang sudah lewat, misalnya 2026-01 atau 2026-01..2026-03.",
        en: "Give months that have passed, such as 2026-01 or 2026-01..2026-03."))
  }

  /// A rule of the tax on interest begins in a closed month.
  package static func taxRuleTooEarly(_ month: BookMonth, open: BookMonth) -> LedgerError {
    LedgerError(
      .taxRuleTooEarly,
      message: Phrase(
        id: "Bulan \(month) sudah ditutup; aturan pajaknya tidak berubah lagi.",
        en: "\(month) is closed; its tax rules do not change any more."),
      advice: Phrase(
        id: "Tetapkan aturan mulai \(open) atau sesudahnya.",
        en: "Set the rule from \(open) on or later."))
  }
}
