extension LedgerError.Code {
  /// Dues are spoken of for a product that is not of the kind wajib.
  public static let duesNotWajib = Self(rawValue: "dues.notWajib")
  /// A payment names a month that asks for nothing of the member, or is paid.
  public static let duesMonthNotOpen = Self(rawValue: "dues.monthNotOpen")
  /// A payment is more than the months that it names need.
  public static let duesTooMuch = Self(rawValue: "dues.tooMuch")
  /// A payment leaves nothing for a month that it names.
  public static let duesTooLittle = Self(rawValue: "dues.tooLittle")
  /// A row says both until when dues are paid and what is owed of them.
  public static let duesTakeoverTwice = Self(rawValue: "dues.takeoverTwice")
  /// An exemption ends before it begins.
  public static let duesExemptionBackwards = Self(rawValue: "dues.exemptionBackwards")
}

extension LedgerError {
  /// Dues are spoken of for a product that is not of the kind wajib.
  package static func duesNotWajib(
    _ product: ProductCode, known: [ProductCode]
  ) -> LedgerError {
    LedgerError(
      .duesNotWajib,
      message: Phrase(
        id: "Produk \(product) bukan simpanan wajib; tidak ada iuran bulanannya.",
        en: "Product \(product) is not of the kind wajib; it has no monthly dues."),
      advice: known.isEmpty
        ? Phrase(id: "Sebut produk jenis wajib.", en: "Name a product of the kind wajib.")
        : .choice(of: known))
  }

  /// A payment names a month that asks for nothing of the member, or is paid.
  package static func duesMonthNotOpen(_ month: BookMonth, member: MemberNumber) -> LedgerError {
    LedgerError(
      .duesMonthNotOpen,
      message: Phrase(
        id: "Wajib bulan \(month) anggota \(member) tidak terbuka: sudah lunas, dibebaskan, "
          + "atau tidak ditagih.",
        en: "The dues of \(month) of member \(member) are not open: they are paid, exempt, "
          + "or not asked for."),
      advice: Phrase(
        id: "Sebut bulan yang masih terbuka; kartu wajib menunjukkannya.",
        en: "Name months that are open; the card of dues shows them."),
      remedies: [.member(.seeDues(member))])
  }

  /// A payment is more than the months that it names need.
  package static func duesTooMuch(_ amount: Rupiah, needed: Rupiah) -> LedgerError {
    LedgerError(
      .duesTooMuch,
      message: Phrase(
        id: "\(amount.formatted) lebih dari kebutuhan bulan-bulan itu: \(needed.formatted).",
        en: "\(amount.formatted) is more than these months need: \(needed.formatted)."),
      advice: Phrase(
        id: "Sebut bulan lain juga, atau setor tanpa menyebut bulan: bulan tertua lebih dulu.",
        en: "Name further months, or pay without naming any: the oldest come first."))
  }

  /// A payment leaves nothing for a month that it names.
  package static func duesTooLittle(_ amount: Rupiah, month: BookMonth) -> LedgerError {
    LedgerError(
      .duesTooLittle,
      message: Phrase(
        id: "Dari \(amount.formatted) tidak ada yang tersisa untuk bulan \(month).",
        en: "Nothing of \(amount.formatted) is left for \(month)."),
      advice: Phrase(
        id: "Sebut bulan lebih sedikit, atau setor lebih banyak.",
        en: "Name fewer months, or pay more."))
  }

  /// A row says both until when dues are paid and what is owed of them.
  package static func duesTakeoverTwice(_ month: BookMonth, _ amount: Rupiah) -> LedgerError {
    LedgerError(
      .duesTakeoverTwice,
      message: Phrase(
        id: "Wajib disebut lunas sampai \(month) dan juga menunggak \(amount.formatted).",
        en: "Dues are said to be paid until \(month) and \(amount.formatted) to be owed."),
      advice: Phrase(
        id: "Isi salah satu: bulan terakhir yang lunas, atau jumlah tunggakannya.",
        en: "Fill in one of them: the last month that is paid, or what is owed."))
  }

  /// An exemption ends before it begins.
  package static func duesExemptionBackwards(from: BookMonth, until: BookMonth) -> LedgerError {
    LedgerError(
      .duesExemptionBackwards,
      message: Phrase(
        id: "Pembebasan mulai \(from) tidak bisa berakhir \(until).",
        en: "An exemption from \(from) cannot end with \(until)."),
      advice: Phrase(
        id: "Tulis bulan terakhir yang sama atau sesudahnya.",
        en: "Give a last month that is the same or later."))
  }
}
