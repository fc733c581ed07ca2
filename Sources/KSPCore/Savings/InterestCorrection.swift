/// Interest of a closed month, worked out again by value date and set right (koreksi jasa).
public struct InterestCorrection: Hashable, Sendable, Codable {
  /// What becomes of the tax of the earned month.
  public struct Tax: Hashable, Sendable, Codable {
    /// The member's interest of the month, as the corrected slip says.
    public let monthlyGross: Rupiah
    /// The tax on it.
    public let monthlyTax: Rupiah
    /// By how much it changes; below zero where too much had been taken.
    public let change: Rupiah
    /// What is taken from savings for it; below zero what goes back to the member.
    public let withheld: Rupiah
    /// What goes back to the member; zero where more is taken.
    public let returned: Rupiah

    /// Gathers what becomes of the tax.
    ///
    /// - Throws: `amount.overflow`.
    package init(
      monthlyGross: Rupiah, monthlyTax: Rupiah, change: Rupiah, withheld: Rupiah
    ) throws(LedgerError) {
      self.monthlyGross = monthlyGross
      self.monthlyTax = monthlyTax
      self.change = change
      self.withheld = withheld
      returned = try withheld.negated().orZero
    }
  }

  /// Whose account it is.
  public let heading: AccountStatement.Heading
  /// The month that is corrected.
  public let month: BookMonth
  /// The working by the days of the book, as the month end took it; nil without interest.
  public let before: InterestWorking?
  /// The working by value date; nil where the product pays no interest.
  public let after: InterestWorking?
  /// What had been paid for the month, earlier corrections included.
  public let paid: Rupiah
  /// What is paid now; below zero what is taken back.
  public let difference: Rupiah
  /// The month in whose tax the difference counts.
  public let taxedIn: BookMonth
  /// The tax of the earned month; nil where it stays as it was.
  public let tax: Tax?
  /// The voucher; nil where no money moved.
  public let entry: EntryNumber?
  /// The day on which it is posted.
  public let bookDate: BookDate
  /// Whether it had been recorded before under the same reference.
  public let isReplay: Bool
  /// Whether it was only tried out (`dryRun`), so that nothing was stored.
  public package(set) var isRehearsal = false

  /// What reaches the member's savings, after tax; below zero what leaves them.
  public let net: Rupiah

  /// Gathers a correction.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    heading: AccountStatement.Heading, month: BookMonth, before: InterestWorking?,
    after: InterestWorking?, paid: Rupiah, difference: Rupiah, taxedIn: BookMonth, tax: Tax?,
    entry: EntryNumber?, bookDate: BookDate, isReplay: Bool
  ) throws(LedgerError) {
    self.heading = heading
    self.month = month
    self.before = before
    self.after = after
    self.paid = paid
    self.difference = difference
    self.taxedIn = taxedIn
    self.tax = tax
    self.entry = entry
    self.bookDate = bookDate
    self.isReplay = isReplay
    net = try difference - (tax?.withheld ?? .zero)
  }
}

extension PostingRules {
  /// Koreksi jasa: Dr beban jasa / Cr simpanan, or the other way round below zero.
  package static func interestCorrection(
    _ difference: Rupiah, on savings: AccountID, expense: AccountID
  ) throws(LedgerError) -> [Posting] {
    guard !difference.isZero else { return [] }
    let back = try difference.negated()
    return [
      Posting(account: expense, amount: difference), Posting(account: savings, amount: back),
    ]
  }
}

extension LedgerError.Code {
  /// Interest was to be corrected in a month that is still open.
  public static let interestMonthOpen = Self(rawValue: "interest.monthOpen")
  /// Interest was to be corrected that waits to be credited, or has lapsed.
  public static let interestUncredited = Self(rawValue: "interest.uncredited")
  /// Nothing about the interest of a month is to be corrected.
  public static let interestNothingToCorrect = Self(rawValue: "interest.nothingToCorrect")
  /// A value date was given that a voucher cannot have.
  public static let interestValueDateRefused = Self(rawValue: "interest.valueDate")
}

extension LedgerError {
  /// Interest was to be corrected in a month that is still open.
  package static func interestMonthOpen(_ month: BookMonth) -> LedgerError {
    LedgerError(
      .interestMonthOpen,
      message: Phrase(
        id: "Bulan \(month) masih terbuka: jasanya dihitung saat tutup bulan.",
        en: "\(month) is open: its interest is computed at its month end."),
      advice: Phrase(
        id: "Betulkan bukti yang salah, lalu tutup bulan.",
        en: "Correct what is wrong, then end the month."),
      remedies: [.month(.preview(month))])
  }

  /// Interest was to be corrected that waits to be credited, or has lapsed.
  package static func interestUncredited(
    _ account: AccountCode, _ month: BookMonth
  ) -> LedgerError {
    LedgerError(
      .interestUncredited,
      message: Phrase(
        id: "Jasa \(account) bulan \(month) belum dibukukan, atau hangus karena terlalu kecil.",
        en: "The interest of \(account) for \(month) is not credited yet, or lapsed as too small."),
      advice: Phrase(
        id: "Koreksi setelah akhir masa jasanya membukukannya; yang hangus dibayar sebagai jasa.",
        en: "Correct it once the end of its period has credited it; pay what lapsed as interest."))
  }

  /// Nothing about the interest of a month is to be corrected.
  package static func interestNothingToCorrect(
    _ account: AccountCode, _ month: BookMonth, last: EntryNumber?
  ) -> LedgerError {
    LedgerError(
      .interestNothingToCorrect,
      message: Phrase(
        id: "Jasa \(account) bulan \(month) sudah benar menurut tanggal valuta"
          + (last.map { "; sudah dikoreksi dengan \($0)." } ?? "."),
        en: "The interest of \(account) for \(month) is right by value date"
          + (last.map { "; it was corrected by \($0)." } ?? ".")),
      advice: Phrase(
        id: "Balikkan dulu bukti yang salah, atau sebut hari berlakunya.",
        en: "Reverse what is wrong first, or name the day it counts from."),
      remedies: [.again(.countFrom)])
  }

  /// A value date was given that a voucher cannot have.
  package static func interestValueDateRefused(
    _ entry: EntryNumber, _ day: BookDate
  ) -> LedgerError {
    LedgerError(
      .interestValueDateRefused,
      message: Phrase(
        id: "\(entry) tidak bisa dihitung mulai \(day).", en: "\(entry) cannot count from \(day)."),
      advice: Phrase(
        id: "Sebut bukti setoran, penarikan, pindah buku atau biaya rekening itu, "
          + "dengan hari sebelum tanggal bukunya, satu kali saja.",
        en:
          "Name a deposit, withdrawal, transfer or fee of that account, with a day before its book "
          + "date, and only once."))
  }
}
