extension LedgerError.Code {
  /// The tax of a month is asked for that is not closed.
  public static let taxMonthOpen = Self(rawValue: "tax.monthOpen")
  /// The file for the tax office would hold what the tax office refuses.
  public static let taxFileRefused = Self(rawValue: "tax.fileRefused")
  /// Somebody is to be left out of the file for the tax office who has no slip in it.
  public static let taxSlipNone = Self(rawValue: "tax.slipNone")
  /// The tax of a month was paid, or there was none.
  public static let taxNothingOwed = Self(rawValue: "tax.nothingOwed")
  /// More is paid than is owed for a month.
  public static let taxPaymentTooLarge = Self(rawValue: "tax.paymentTooLarge")
  /// An amount is paid for a month that owes under several articles, and none is named.
  public static let taxArticleMissing = Self(rawValue: "tax.articleMissing")
}

extension LedgerError {
  /// The tax of a month is asked for that is not closed.
  package static func taxMonthOpen(_ month: BookMonth, open: BookMonth) -> LedgerError {
    LedgerError(
      .taxMonthOpen,
      message: Phrase(
        id: "\(month.name.indonesian) belum ditutup; PPh-nya belum pasti.",
        en: "\(month.name.english) is not closed; its tax is not certain yet."),
      advice: Phrase(
        id: "Tutup dulu bulan itu, atau pilih bulan yang sudah ditutup.",
        en: "Close that month first, or choose one that is closed."),
      remedies: [.month(.end(open))])
  }

  /// The file for the tax office would hold what the tax office refuses.
  package static func taxFileRefused(
    _ month: BookMonth, _ first: Phrase, member: MemberNumber?, count: Int,
    remedies: [Remedy] = []
  ) -> LedgerError {
    let who = member.map { " \($0)" } ?? ""
    return LedgerError(
      .taxFileRefused,
      message: Phrase(
        id: "PPh \(month.name.indonesian) belum bisa dilaporkan, \(count) hal. Yang pertama"
          + (member == nil ? "" : ", anggota\(who)") + ": \(first.indonesian)",
        en: "The tax of \(month.name.english) cannot be reported yet, \(count) findings. The first"
          + (member == nil ? "" : ", member\(who)") + ": \(first.english)"),
      advice: Phrase(
        id: "Periksa PPh bulan itu dan perbaiki. Anggota tanpa NIK hanya keluar dengan nomor "
          + "sementara kalau diminta.",
        en: "Check the tax of that month and put it right. A member without a NIK goes out under "
          + "the temporary number only where that is asked for."),
      remedies: remedies.isEmpty ? [.month(.checkTax(month))] : remedies)
  }

  /// Somebody is to be left out of the file who has no slip in it.
  package static func taxSlipNone(_ member: MemberNumber, _ month: BookMonth) -> LedgerError {
    LedgerError(
      .taxSlipNone, category: .missing,
      message: Phrase(
        id: "Anggota \(member) tidak punya bukti potong \(month.name.indonesian).",
        en: "Member \(member) has no tax slip of \(month.name.english)."),
      advice: Phrase(
        id: "Periksa nomor anggotanya, atau bulannya.",
        en: "Check the number of the member, or the month."),
      remedies: [.member(.see(member))])
  }

  /// The tax of a month was paid, or there was none.
  package static func taxNothingOwed(_ month: BookMonth) -> LedgerError {
    LedgerError(
      .taxNothingOwed,
      message: Phrase(
        id: "PPh \(month.name.indonesian) tidak ada, atau sudah disetor seluruhnya.",
        en: "There is no tax for \(month.name.english), or it was paid in full."),
      advice: Phrase(
        id: "Periksa PPh bulan itu.", en: "Check the tax of that month."),
      remedies: [.month(.checkTax(month))])
  }

  /// More is paid than is owed for a month.
  package static func taxPaymentTooLarge(
    _ month: BookMonth, _ amount: Rupiah, left: Rupiah
  ) -> LedgerError {
    LedgerError(
      .taxPaymentTooLarge,
      message: Phrase(
        id: "Untuk \(month.name.indonesian) hanya \(left.formatted) yang belum disetor, "
          + "bukan \(amount.formatted).",
        en: "Only \(left.formatted) is left to pay for \(month.name.english), "
          + "not \(amount.formatted)."),
      advice: Phrase(
        id: "Tulis jumlah sampai sebesar itu, atau kosongkan untuk semuanya.",
        en: "Give an amount of no more than that, or none for all of it."))
  }

  /// An amount is paid for a month that owes under several articles, and none is named.
  package static func taxArticleMissing(
    _ month: BookMonth, _ articles: [TaxArticle]
  ) -> LedgerError {
    let names = articles.map(\.name).joined(separator: ", ")
    return LedgerError(
      .taxArticleMissing,
      message: Phrase(
        id: "\(month.name.indonesian) terutang menurut beberapa pasal: \(names).",
        en: "\(month.name.english) owes under several articles: \(names)."),
      advice: Phrase(
        id: "Sebut pasal yang disetor, atau kosongkan jumlahnya untuk semuanya.",
        en: "Name the article that is paid, or give no amount for all of them."))
  }
}
