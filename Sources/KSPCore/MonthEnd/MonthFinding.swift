/// Something that a month end comes upon and that needs a word (temuan): it does not stand in the
/// way, and stays in the report of the month as it was when the month was closed.
public struct MonthFinding: Hashable, Sendable, Codable {
  /// What can be found; the raw value is what the file stores.
  public enum Kind: String, CaseIterable, Sendable, Codable {
    /// Cash or a bank stood below what it may at the end of a day.
    case cashBelowZero = "cash.belowZero"
    /// Money went through a till, a safe or a bag that nobody has counted since.
    case tillUncounted = "till.uncounted"
    /// Lines of a bank, or vouchers on its account, are not ticked.
    case bankOpen = "bank.open"
    /// Payers have not answered a list of deductions, or hold money.
    case claimOpen = "claim.open"
    /// Insurers have not paid what they were asked for.
    case insuranceOpen = "insurance.open"
    /// Term deposits have matured and are neither paid out nor run again.
    case depositMatured = "deposit.matured"
    /// Term deposits ran again at a rate above the cap, or at one for which the tax leaves less
    /// than a smaller deposit would bring.
    case depositWarned = "deposit.warned"
    /// Deposits of members who died run again by themselves at their maturity.
    case depositOfDead = "deposit.ofDead"
    /// Standing orders of the month were not taken.
    case orderNotTaken = "order.notTaken"
    /// Planned savings are behind.
    case plannedMissed = "planned.missed"
    /// Planned savings have matured and could not be paid out.
    case plannedMatured = "planned.matured"
    /// Tax on interest of earlier months was not paid to the state.
    case taxUnpaid = "tax.unpaid"
    /// Members owe dues.
    case duesUnpaid = "dues.unpaid"
    /// The register of fixed assets said something else than the ledger. In reports of before;
    /// since then it stands in the way.
    case assetsDiffer = "assets.differ"
    /// The accounts of accrued interest held something else than was set aside. In reports of
    /// before; since then it stands in the way.
    case accrualsDiffer = "accruals.differ"
    /// Money that only passes through has been open for more than a month.
    case transitOpen = "transit.open"

    /// The name for people.
    public var name: Phrase {
      switch self {
      case .cashBelowZero:
        Phrase(id: "Kas atau bank di bawah batasnya", en: "Cash or bank below its limit")
      case .tillUncounted: Phrase(id: "Kas belum dihitung", en: "Tills not counted")
      case .bankOpen: Phrase(id: "Bank belum cocok", en: "Bank not reconciled")
      case .claimOpen: Phrase(id: "Tagihan potong gaji terbuka", en: "Payroll claims open")
      case .insuranceOpen: Phrase(id: "Klaim asuransi terbuka", en: "Insurance claims open")
      case .depositMatured: Phrase(id: "Berjangka jatuh tempo", en: "Term deposits matured")
      case .depositWarned:
        Phrase(id: "Berjangka diperpanjang, periksa", en: "Rolled over, to be looked at")
      case .depositOfDead:
        Phrase(id: "Berjangka almarhum diperpanjang", en: "Deposits of the dead roll over")
      case .orderNotTaken: Phrase(id: "Autodebet belum terambil", en: "Standing orders not taken")
      case .plannedMissed: Phrase(id: "Berencana tertunggak", en: "Planned savings behind")
      case .plannedMatured:
        Phrase(id: "Berencana belum dicairkan", en: "Planned savings not paid out")
      case .taxUnpaid: Phrase(id: "PPh belum disetor", en: "Tax not paid")
      case .duesUnpaid: Phrase(id: "Simpanan wajib menunggak", en: "Dues not paid")
      case .assetsDiffer:
        Phrase(id: "Daftar inventaris ≠ buku besar", en: "Register of assets ≠ ledger")
      case .transitOpen:
        Phrase(id: "Titipan lewat 30 hari", en: "In transit for over 30 days")
      case .accrualsDiffer: Phrase(id: "Akrual jasa ≠ buku besar", en: "Accrued interest ≠ ledger")
      }
    }

    /// What is counted, one of them or several.
    public func counted(_ count: Int) -> Phrase {
      let isOne = count == 1
      func phrase(_ indonesian: String, _ one: String, _ several: String? = nil) -> Phrase {
        Phrase(id: indonesian, en: isOne ? one : several ?? one + "s")
      }
      return switch self {
      case .cashBelowZero, .assetsDiffer, .accrualsDiffer: phrase("akun", "account")
      case .tillUncounted: phrase("tempat", "place")
      case .bankOpen: phrase("baris dan bukti", "line or voucher", "lines and vouchers")
      case .claimOpen: phrase("daftar", "list")
      case .insuranceOpen: phrase("klaim", "claim")
      case .depositMatured, .depositWarned, .depositOfDead: phrase("bilyet", "certificate")
      case .plannedMissed, .plannedMatured: phrase("rekening", "account")
      case .orderNotTaken: phrase("autodebet", "order")
      case .taxUnpaid: phrase("bulan", "month")
      case .duesUnpaid: phrase("anggota", "member")
      case .transitOpen: phrase("pos", "item")
      }
    }
  }

  /// What was found.
  public let kind: Kind
  /// How many accounts, lines or members it concerns.
  public let count: Int
  /// What it comes to: the lowest balance, what is owed, or the difference; nil where no amount
  /// says it.
  public let amount: Rupiah?
  /// Where and who, as long as the month is open: accounts, days, members. Empty in the report of a
  /// closed month.
  public let places: [Phrase]
  /// How many more there are that are not named.
  public let unnamed: Int

  /// Gathers a finding.
  package init(
    _ kind: Kind, count: Int, amount: Rupiah?, places: [String] = [], unnamed: Int = 0
  ) {
    self.init(
      kind, count: count, amount: amount, named: places.map { Phrase(id: $0, en: $0) },
      unnamed: unnamed)
  }

  /// Gathers a finding whose places are said in words.
  package init(
    _ kind: Kind, count: Int, amount: Rupiah?, named places: [Phrase], unnamed: Int = 0
  ) {
    self.kind = kind
    self.count = count
    self.amount = amount
    self.places = places
    self.unnamed = unnamed
  }
}
