extension LedgerError.Code {
  /// A product offers no rate for a tenor or an amount.
  public static let depositRateMissing = Self(rawValue: "deposit.rateMissing")
  /// The number of a certificate is that of another term deposit.
  public static let depositCertificateTaken = Self(rawValue: "deposit.certificateTaken")
  /// A term deposit secures something, so it is not paid out.
  public static let depositPledged = Self(rawValue: "deposit.pledged")
  /// A term deposit that still runs would run again.
  public static let depositNotMatured = Self(rawValue: "deposit.notMatured")
  /// The pledge of a term deposit belongs to a loan's collateral.
  public static let depositSecuresLoan = Self(rawValue: "deposit.securesLoan")
  /// The opening of a term deposit that something stands on would be reversed.
  public static let depositInUse = Self(rawValue: "deposit.inUse")
  /// A term deposit is paid to an heir, and none was named or nobody died.
  public static let depositHeirMissing = Self(rawValue: "deposit.heirMissing")
  /// Acts of savings do not go on term deposits.
  public static let depositOwnActs = Self(rawValue: "deposit.ownActs")
  /// A member with term deposits leaves.
  public static let depositRunning = Self(rawValue: "deposit.running")
  /// A term deposit that is taken over cannot have brought the interest that is said.
  public static let depositTakeoverUnfit = Self(rawValue: "deposit.takeoverUnfit")
  /// An account is no term deposit.
  public static let depositUnknown = Self(rawValue: "deposit.unknown")
}

extension LedgerError {
  /// A product offers no rate for a tenor or an amount.
  package static func depositRateMissing(
    _ principal: Rupiah, tenor: Int, product: ProductCode, tiers: [TermDepositOffer.Tier]
  ) -> LedgerError {
    let known = tiers.sorted { ($0.tenor, $0.from) < ($1.tenor, $1.from) }
    let indonesian = known.map { "\($0.tenor) bulan mulai \($0.from.formatted)" }
    let english = known.map { "\($0.tenor) months from \($0.from.formatted)" }
    return LedgerError(
      .depositRateMissing,
      message: Phrase(
        id: "Produk \(product) tidak memberi suku untuk \(principal.formatted), \(tenor) bulan.",
        en: "Product \(product) has no rate for \(principal.formatted), \(tenor) months."),
      advice: known.isEmpty
        ? Phrase(
          id: "Tetapkan dulu suku produk itu.",
          en: "Set the rates of the product first.")
        : Phrase(
          id: "Yang ada: \(indonesian.joined(separator: "; ")).",
          en: "There are: \(english.joined(separator: "; "))."),
      remedies: [.savings(.setDepositRates(product))])
  }

  /// The number of a certificate is that of another term deposit.
  package static func depositCertificateTaken(
    _ certificate: String, by account: AccountCode
  ) -> LedgerError {
    LedgerError(
      .depositCertificateTaken,
      message: Phrase(
        id: "Nomor bilyet \(certificate) sudah dipakai berjangka \(account).",
        en: "The number \(certificate) is that of the certificate of \(account)."),
      advice: Phrase(
        id: "Pakai nomor lain, atau kosongkan: bilyetnya lalu memakai nomor rekeningnya.",
        en: "Use another number, or none: the certificate then has that of the account."))
  }

  /// A term deposit that is taken over cannot have brought the interest that is said.
  package static func depositTakeoverUnfit(
    _ what: Phrase, _ said: Rupiah, expected: Rupiah, by day: BookDate
  ) -> LedgerError {
    LedgerError(
      .depositTakeoverUnfit,
      message: Phrase(
        id: "Berjangka ini tidak mungkin membawa \(what.indonesian) \(said.formatted): menurut "
          + "nominal, suku dan tanggal bukanya \(expected.formatted) per \(day).",
        en: "The deposit cannot bring \(what.english) of \(said.formatted): by principal, rate and "
          + "day of opening it is \(expected.formatted) as of \(day)."),
      advice: Phrase(
        id: "Betulkan jasanya, atau nominal, suku, cara bayar atau tanggal bukanya.",
        en: "Correct the interest, or the principal, the rate, the payout or the day of opening."))
  }

  /// A term deposit secures something, so it is not paid out.
  package static func depositPledged(_ account: AccountCode, for purpose: String) -> LedgerError {
    LedgerError(
      .depositPledged,
      message: Phrase(
        id: "Berjangka \(account) dijaminkan: \(purpose.quotable).",
        en: "Deposit \(account) is pledged: \(purpose.quotable)."),
      advice: Phrase(
        id: "Lepaskan jaminannya dulu, lalu cairkan.",
        en: "Release the pledge first, then pay it out."))
  }

  /// A term deposit that still runs would run again.
  package static func depositNotMatured(
    _ account: AccountCode, until maturity: BookDate
  ) -> LedgerError {
    LedgerError(
      .depositNotMatured,
      message: Phrase(
        id: "Berjangka \(account) masih berjalan sampai \(maturity).",
        en: "Deposit \(account) still runs until \(maturity)."),
      advice: Phrase(
        id: "Perpanjang mulai hari itu, atau cairkan lebih awal.",
        en: "Renew it from that day on, or pay it out early."),
      remedies: [.savings(.breakDeposit(account))])
  }

  /// The pledge of a term deposit belongs to a loan's collateral.
  package static func depositSecuresLoan(
    _ account: AccountCode, _ loan: String
  ) -> LedgerError {
    LedgerError(
      .depositSecuresLoan,
      message: Phrase(
        id: "Berjangka \(account) adalah agunan pinjaman \(loan).",
        en: "Deposit \(account) is collateral of loan \(loan)."),
      advice: Phrase(
        id: "Kembalikan agunannya di pinjaman itu; sesudah lunas ia lepas sendiri.",
        en: "Release the collateral of that loan; once it is settled it is free by itself."),
      remedies: [.loan(.see(LoanNumber(loan)))])
  }

  /// The opening of a term deposit that something stands on would be reversed.
  package static func depositInUse(_ account: AccountCode) -> LedgerError {
    LedgerError(
      .depositInUse,
      message: Phrase(
        id: "Berjangka \(account) sudah dibayar jasanya, diperpanjang atau dicairkan.",
        en: "Deposit \(account) was paid interest, rolled over or paid out."),
      advice: Phrase(
        id: "Cairkan saja, dengan alasan bila penaltinya dibebaskan.",
        en: "Pay it out instead, with a reason where its penalty is waived."),
      remedies: [.savings(.breakDeposit(account))])
  }

  /// A term deposit is paid to an heir, and none was named or nobody died.
  package static func depositHeirMissing(_ account: AccountCode) -> LedgerError {
    LedgerError(
      .depositHeirMissing,
      message: Phrase(
        id: "Berjangka \(account) belum bisa dibayar kepada ahli waris.",
        en: "Deposit \(account) cannot be paid to an heir."),
      advice: Phrase(
        id: "Catat dulu ahli warisnya, dan sebut alasannya, misalnya anggota meninggal.",
        en: "Name the heir first, and say why, such as the member’s death."))
  }

  /// Acts of savings do not go on term deposits.
  package static func depositOwnActs(_ account: String) -> LedgerError {
    LedgerError(
      .depositOwnActs,
      message: Phrase(
        id: "\(account) adalah simpanan berjangka.", en: "\(account) is a term deposit."),
      advice: Phrase(
        id: "Pakai buka, bayar atau cairkan berjangka.",
        en: "Open, pay or break it as a term deposit."),
      remedies: [.savings(.seeDeposits)])
  }

  /// A member with term deposits leaves.
  package static func depositRunning(
    _ member: MemberNumber, _ accounts: [AccountCode]
  ) -> LedgerError {
    let list = accounts.map(\.text).joined(separator: ", ")
    return LedgerError(
      .depositRunning,
      message: Phrase(
        id: "Anggota \(member) masih punya simpanan berjangka: \(list).",
        en: "Member \(member) still has term deposits: \(list)."),
      advice: Phrase(
        id: "Cairkan dulu, lalu anggota bisa keluar.",
        en: "Pay them out first, then the member can leave."),
      remedies: [.savings(.seeDeposits)])
  }

  /// An account is no term deposit.
  package static func depositUnknown(_ account: AccountCode) -> LedgerError {
    LedgerError(
      .depositUnknown, category: .missing,
      message: Phrase(
        id: "\(account) bukan simpanan berjangka.", en: "\(account) is no term deposit."),
      advice: Phrase(
        id: "Cari nomornya di daftar berjangka.",
        en: "Find the number in the list of term deposits."),
      remedies: [.savings(.seeDeposits)])
  }
}
