extension LedgerError.Code {
  /// There is no such standing order.
  public static let orderUnknown = Self(rawValue: "order.unknown")
  /// A standing order is not possible as it was said.
  public static let orderUnfit = Self(rawValue: "order.unfit")
  /// A standing order has ended.
  public static let orderEnded = Self(rawValue: "order.ended")
}

extension LedgerError {
  /// There is no such standing order.
  package static func orderUnknown(_ number: Int) -> LedgerError {
    LedgerError(
      .orderUnknown, category: .missing,
      message: Phrase(
        id: "Autodebet \(number) tidak ada.", en: "There is no standing order \(number)."),
      advice: Phrase(id: "Lihat daftar autodebet.", en: "Look at the list of standing orders."),
      remedies: [.savings(.seeOrders)])
  }

  /// A standing order is not possible as it was said.
  package static func orderUnfit(_ reason: Phrase) -> LedgerError {
    LedgerError(
      .orderUnfit,
      message: Phrase(
        id: "Autodebet tidak bisa dicatat: \(reason.indonesian).",
        en: "The standing order cannot be recorded: \(reason.english)."),
      advice: Phrase(
        id: "Betulkan rekening, tujuan, tanggal atau jumlahnya.",
        en: "Correct the account, the purpose, the day or the amount."))
  }

  /// A standing order has ended.
  package static func orderEnded(_ number: Int, on day: BookDate) -> LedgerError {
    LedgerError(
      .orderEnded,
      message: Phrase(
        id: "Autodebet \(number) sudah berakhir sejak \(day).",
        en: "Standing order \(number) has been over since \(day)."),
      advice: Phrase(
        id: "Buat autodebet baru kalau masih perlu.",
        en: "Make a new standing order if one is needed."),
      remedies: [.savings(.seeOrders)])
  }
}
