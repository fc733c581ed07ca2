/// Whether the tax of a month can be reported, and what it comes to (periksa PPh).
public struct TaxCheck: Hashable, Sendable, Codable {
  /// Something to look at.
  public struct Finding: Hashable, Sendable, Codable {
    /// What it is; the raw value is what programs read.
    public enum Kind: String, CaseIterable, Sendable, Codable {
      /// The cooperative's own NPWP is missing.
      case withholder
      /// The cooperative's place of business does not begin with its NPWP.
      case place
      /// A member has neither NIK nor NPWP.
      case numberMissing = "number-missing"
      /// A member's NIK or NPWP cannot be one.
      case numberImpossible = "number-impossible"
      /// The rate of a slip is not that of its code.
      case rate
      /// Base × rate and the tax of a slip differ by a rupiah or more.
      case tax
      /// The slips do not add up to what the accounts of the tax received.
      case accounts
      /// A slip of less than a rupiah: it is not reported.
      case belowRupiah = "below-rupiah"
      /// A slip was corrected after the month had been closed.
      case corrected

      /// Whether nothing is reported while it stands.
      public var refuses: Bool { ![.belowRupiah, .corrected].contains(self) }

      /// Whether the temporary number stands in for what is wrong.
      package var isAboutNumber: Bool { [.numberMissing, .numberImpossible].contains(self) }
    }

    /// What it is.
    public let kind: Kind
    /// The member's number; nil where it is about none.
    public let member: MemberNumber?
    /// The member's name; nil where it is about none.
    public let name: String?
    /// What was found.
    public let message: Phrase
    /// What cures it, in the order in which it is done; empty where nothing is to be done in the
    /// book.
    public let remedies: [Remedy]

    /// Notes something.
    package init(
      _ kind: Kind, _ slip: WithholdingSlip? = nil, _ message: Phrase, remedies: [Remedy] = []
    ) {
      self.kind = kind
      member = slip?.memberNumber
      name = slip?.memberName
      self.message = message
      self.remedies = remedies
    }
  }

  /// The slips of a month beside the account that their tax is owed on.
  public struct Account: Hashable, Sendable, Codable {
    /// The account.
    public let code: AccountCode
    /// The articles whose tax is owed there.
    public let articles: [TaxArticle]
    /// What the slips add up to.
    public let slips: Rupiah
    /// What was posted for the month, less what was given back to members since.
    public let posted: Rupiah

    /// Sets them side by side.
    package init(code: AccountCode, articles: [TaxArticle], slips: Rupiah, posted: Rupiah) {
      self.code = code
      self.articles = articles
      self.slips = slips
      self.posted = posted
    }
  }

  /// By how much base × rate of a slip differs from its tax: less than a rupiah.
  public struct Remainder: Hashable, Sendable, Codable {
    /// The slip.
    public let slip: WithholdingSlip
    /// Base × rate, less the tax.
    public let difference: Rupiah
  }

  /// The month.
  public let month: BookMonth
  /// The slips, by member number.
  public let slips: [WithholdingSlip]
  /// What is to be looked at.
  public let findings: [Finding]
  /// Parts of a rupiah that are shown, and refused by nobody.
  public let remainders: [Remainder]
  /// The slips beside the accounts.
  public let accounts: [Account]
  /// What is owed and paid, by article.
  public let due: [TaxDue]
  /// By when it is paid and reported.
  public let calendar: TaxCalendar

  /// Checks the slips of a month, by the settings of the cooperative.
  ///
  /// `correctable` is the account of each member whose interest of the month can be worked out
  /// again, and with it their tax.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    month: BookMonth, slips: [WithholdingSlip], settings: BookSettings, accounts: [Account],
    due: [TaxDue], calendar: TaxCalendar, correctable: [MemberNumber: AccountCode] = [:]
  ) throws(LedgerError) {
    self.month = month
    self.slips = slips
    findings = try Finding.all(slips, settings, accounts, correctable)
    var remainders: [Remainder] = []
    for slip in slips {
      let difference = try slip.remainder
      guard !difference.isZero, difference < 1, difference > -1 else { continue }
      remainders.append(Remainder(slip: slip, difference: difference))
    }
    self.remainders = remainders
    self.accounts = accounts
    self.due = due
    self.calendar = calendar
  }

  /// Whether the month can be reported.
  public var isOK: Bool { !findings.contains(where: \.kind.refuses) }
}

// MARK: - Findings

extension TaxCheck.Finding {
  /// What there is to look at in slips, of a cooperative, beside the accounts.
  ///
  /// - Throws: `amount.overflow`.
  package static func all(
    _ slips: [WithholdingSlip], _ settings: BookSettings, _ accounts: [TaxCheck.Account],
    _ correctable: [MemberNumber: AccountCode] = [:]
  ) throws(LedgerError) -> [Self] {
    var found = about(settings)
    for slip in slips { found += try about(slip, correctable[slip.memberNumber]) }
    for account in accounts where account.slips != account.posted {
      found.append(
        Self(
          .accounts,
          Phrase(
            id: "Bukti potong berjumlah \(account.slips.formatted), akun \(account.code) "
              + "menerima \(account.posted.formatted).",
            en: "The slips add up to \(account.slips.formatted), account \(account.code) "
              + "received \(account.posted.formatted).")))
    }
    return found
  }

  private init(_ kind: Kind, _ message: Phrase) { self.init(kind, nil, message) }

  private static func about(_ settings: BookSettings) -> [Self] {
    guard let npwp = settings.npwp else {
      return [
        Self(
          .withholder, nil,
          Phrase(
            id: "NPWP koperasi belum ada di pengaturan buku.",
            en: "The settings of the book lack the cooperative's NPWP."),
          remedies: [.book(.giveTaxNumber)])
      ]
    }
    guard let place = settings.placeOfBusiness, !place.hasPrefix(npwp) else { return [] }
    return [
      Self(
        .place,
        Phrase(
          id: "NITKU \(place) tidak berawal NPWP \(npwp).",
          en: "NITKU \(place) does not begin with NPWP \(npwp)."))
    ]
  }

  /// That a rate is not that of its code, with what cures it where it was doubled for want of an
  /// NPWP: entering the number alone changes no slip. An organisation that never gets one goes to
  /// the tax office by hand, as no file takes its rate.
  private static func otherRate(_ slip: WithholdingSlip, _ account: AccountCode?) -> Self {
    let found = Phrase(
      id: "Tarif \(slip.rate.percentText)% bukan tarif kode \(slip.code).",
      en: "Rate \(slip.rate.percentText)% is not that of code \(slip.code).")
    guard slip.memberKind != .individual,
      let rate = TaxArticle.rate(ofCode: slip.code), slip.rate.billionths == 2 * rate.billionths
    else { return Self(.rate, slip, found) }
    let correction = Remedy.savings(.correctInterest(account, in: slip.month))
    guard slip.taxpayerNumber == nil else {
      return Self(
        .rate, slip,
        Phrase(
          id: "\(found.indonesian) Waktu tutup bulan NPWP-nya belum ada: koreksi jasanya.",
          en: "\(found.english) It had no NPWP at the month end: correct its interest."),
        remedies: [correction])
    }
    return Self(
      .rate, slip,
      Phrase(
        id: "\(found.indonesian) Tanpa NPWP dipotong dua kali lipat: isi NPWP-nya lalu koreksi "
          + "jasanya. Kalau tidak punya: berkas tanpa dia, dan bukti potongnya direkam sendiri.",
        en: "\(found.english) Without NPWP it is doubled: enter it, then correct the interest. "
          + "Where there is none: a file without them, and their slip entered by hand."),
      remedies: [.member(.giveTaxNumber(slip.memberNumber)), correction])
  }

  private static func about(
    _ slip: WithholdingSlip, _ account: AccountCode?
  ) throws(LedgerError) -> [Self] {
    guard slip.base.isPositive else {
      return [
        Self(
          .belowRupiah, slip,
          Phrase(
            id: "Jasa \(slip.gross.formatted): kurang dari satu rupiah, tidak dilaporkan.",
            en: "Interest of \(slip.gross.formatted): below one rupiah, not reported."))
      ]
    }
    var found: [Self] = []
    if slip.taxpayerNumber == nil {
      found.append(
        Self(
          .numberMissing, slip,
          slip.memberKind == .organization
            ? Phrase(id: "NPWP belum ada.", en: "There is no NPWP.")
            : Phrase(id: "NIK belum ada.", en: "There is no NIK.")))
    } else if !slip.hasPossibleNumber {
      found.append(Self(.numberImpossible, slip, impossible(slip)))
    }
    if slip.rate != TaxArticle.rate(ofCode: slip.code) {
      found.append(otherRate(slip, account))
    }
    let remainder = try slip.remainder
    if remainder >= 1 || remainder <= -1 {
      found.append(
        Self(
          .tax, slip,
          Phrase(
            id: "Dasar × tarif berbeda \(remainder.formatted) dari yang dipotong.",
            en: "Base × rate differs from what was withheld by \(remainder.formatted).")))
    }
    if slip.isCorrection {
      found.append(
        Self(
          .corrected, slip,
          Phrase(
            id: "Dibetulkan sesudah tutup bulan; kalau sudah dilaporkan, betulkan juga di Coretax.",
            en: "Corrected after the month end; if it was reported, correct it in Coretax too.")))
    }
    return found
  }

  /// Why a number cannot be one, without showing all of it.
  private static func impossible(_ slip: WithholdingSlip) -> Phrase {
    let number = slip.taxpayerNumber ?? ""
    guard number == slip.nik, slip.memberKind != .organization, number.utf8.count == 16 else {
      return Phrase(
        id: "NIK/NPWP \(PersonalNumber.masked(number)) tidak mungkin.",
        en: "NIK/NPWP \(PersonalNumber.masked(number)) cannot be.")
    }
    let day = number.dropFirst(6).prefix(6)
    return Phrase(
      id: "Angka ke-7 sampai 12 NIK, \(day), bukan tanggal lahir.",
      en: "Digits 7 to 12 of the NIK, \(day), are no day of birth.")
  }
}
