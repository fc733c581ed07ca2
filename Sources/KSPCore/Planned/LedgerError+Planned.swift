extension LedgerError.Code {
  /// An account has no planned savings.
  public static let plannedUnknown = Self(rawValue: "planned.unknown")
  /// Planned savings, or terms of them, are not possible as they were said.
  public static let plannedUnfit = Self(rawValue: "planned.unfit")
  /// More or fewer months are missed than a table of planned savings says.
  public static let plannedMissedOther = Self(rawValue: "planned.missedOther")
  /// Planned savings stay until they mature.
  public static let plannedLocked = Self(rawValue: "planned.locked")
  /// What is brought is no whole number of months that are left.
  public static let plannedNotMonths = Self(rawValue: "planned.notMonths")
  /// Planned savings are over: they take nothing more, and are not ended twice.
  public static let plannedOver = Self(rawValue: "planned.over")
}

extension LedgerError {
  /// An account has no planned savings.
  package static func plannedUnknown(_ account: AccountCode) -> LedgerError {
    LedgerError(
      .plannedUnknown, category: .missing,
      message: Phrase(
        id: "\(account) bukan simpanan berencana.", en: "\(account) is no planned savings."),
      advice: Phrase(
        id: "Lihat daftar simpanan berencana.", en: "Look at the list of planned savings."),
      remedies: [.savings(.seePlanned)])
  }

  /// Planned savings, or terms of them, are not possible as they were said.
  package static func plannedUnfit(
    _ reason: Phrase, advice: Phrase? = nil, remedies: [Remedy] = []
  ) -> LedgerError {
    LedgerError(
      .plannedUnfit,
      message: Phrase(
        id: "Simpanan berencana tidak bisa dicatat: \(reason.indonesian).",
        en: "The planned savings cannot be recorded: \(reason.english)."),
      advice: advice
        ?? Phrase(
          id: "Betulkan produk, jangka, suku, jumlah atau rekening tujuannya.",
          en: "Correct the product, the term, the rates, the amount or the account they go to."),
      remedies: remedies)
  }

  /// A product offers no planned savings for so many months: what is offered in the month is named,
  /// by the product or else by all, or where there is nothing how it is offered.
  package static func plannedNotOffered(
    _ months: Int, by product: ProductCode, in month: BookMonth, offers: [PlannedSavingsTerms]
  ) -> LedgerError {
    let begun = offers.filter { $0.effectiveFrom <= month }
    let own = begun.filter { $0.product == product }
    let terms = Set(own.isEmpty ? begun : own).map { ($0.product.text, $0.months) }.sorted(by: <)
    func listed(_ unit: String) -> String {
      terms.reduce(into: [String]()) { list, terms in
        let text = "\(terms.0) \(terms.1) \(unit)"
        if list.last != text { list.append(text) }
      }.joined(separator: ", ")
    }
    return plannedUnfit(
      Phrase(
        id: "\(product) tidak menawarkan \(months) bulan pada \(month)",
        en: "\(product) offers nothing for \(months) months in \(month)"),
      advice: terms.isEmpty
        ? Phrase(
          id: "Tetapkan dulu syarat dan sukunya.", en: "Say first what is offered, at which rate.")
        : Phrase(
          id: "Yang ditawarkan: \(listed("bulan")).", en: "What is offered: \(listed("months"))."),
      remedies: terms.isEmpty ? [.savings(.offerPlanned(product))] : [])
  }

  /// More or fewer months are missed than a table of planned savings says.
  package static func plannedMissedOther(_ said: Int, expected: Int) -> LedgerError {
    LedgerError(
      .plannedMissedOther,
      message: Phrase(
        id: "Bulan tertunggak menurut tabel \(said), menurut tanggal buka dan bulan lunas "
          + "\(expected).",
        en: "The table says that \(said) months are missed; the day of opening and the months "
          + "paid say \(expected)."),
      advice: Phrase(
        id: "Betulkan tanggal buka, bulan lunas atau bulan tertunggaknya.",
        en: "Correct the day of opening, the months paid or the months missed."))
  }

  /// Planned savings stay until they mature.
  package static func plannedLocked(_ account: AccountCode, until day: BookDate) -> LedgerError {
    LedgerError(
      .plannedLocked,
      message: Phrase(
        id: "\(account) adalah simpanan berencana sampai \(day); sebelum itu tidak bisa diambil.",
        en: "\(account) is planned savings until \(day); nothing is taken from it before."),
      advice: Phrase(
        id: "Tunggu jatuh tempo dan cairkan, atau hentikan rencananya lebih dulu.",
        en: "Wait until it matures and pay it out, or give it up first."),
      remedies: [
        .savings(.payPlanned(account.text)), .savings(.endPlanned(account.text)),
      ])
  }

  /// What is brought is no whole number of months that are left.
  package static func plannedNotMonths(
    _ account: AccountCode, _ amount: Rupiah, monthly: Rupiah, left: Int
  ) -> LedgerError {
    LedgerError(
      .plannedNotMonths,
      message: Phrase(
        id: "\(account) disetor \(monthly.formatted) per bulan, sisa \(left) bulan; "
          + "\(amount.formatted) bukan kelipatannya atau lebih dari sisanya.",
        en: "\(account) takes \(monthly.formatted) a month, \(left) left; "
          + "\(amount.formatted) is no multiple of that, or more than is left."),
      advice: Phrase(
        id: "Setor satu bulan atau beberapa bulan sekaligus.",
        en: "Deposit one month, or several at once."),
      remedies: [.savings(.seePlanned)])
  }

  /// Planned savings are over.
  package static func plannedOver(_ account: AccountCode, on day: BookDate) -> LedgerError {
    LedgerError(
      .plannedOver,
      message: Phrase(
        id: "Simpanan berencana \(account) sudah selesai sejak \(day).",
        en: "The planned savings \(account) have been over since \(day)."),
      advice: Phrase(
        id: "Buka yang baru kalau anggota mau menabung lagi.",
        en: "Open new ones if the member wants to go on saving."),
      remedies: [.savings(.seePlanned)])
  }
}
