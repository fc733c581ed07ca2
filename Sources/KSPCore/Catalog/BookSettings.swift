/// What a book says about itself.
public struct BookSettings: Hashable, Sendable, Codable {
  /// The cooperative's name.
  public var name: String
  /// The number of its deed (nomor badan hukum), if given.
  public var legalNumber: String?
  /// The cooperative's own identity number (NIK koperasi), if given.
  public var nik: String?
  /// Its tax number (NPWP), sixteen digits, if given.
  public var npwp: String?
  /// The number of its place of business for the tax office (NITKU), if given.
  public var nitku: String?
  /// Its business number (NIB), if given.
  public var businessNumber: String?
  /// Its address, if given.
  public var address: String?
  /// Its telephone number, if given.
  public var phone: String?
  /// The town that stands before the date on papers, if given.
  public var place: String?
  /// The chair of the board (ketua), if given.
  public var chair: String?
  /// The secretary (sekretaris), if given.
  public var secretary: String?
  /// The treasurer (bendahara), if given.
  public var treasurer: String?
  /// The head of the supervisors (pengawas), if given.
  public var supervisor: String?
  /// What is decided about the tax on interest.
  public var interestTax = InterestTaxSettings()
  /// The order in which one sum per member of a payroll list is used up; nil where none is set, and
  /// each sum is for the member's only loan.
  public var payrollOrder: PayrollOrder?
  /// What holds where dues are raised after months were paid ahead.
  public var duesRaised = DuesRaising.owed
  /// The month in which a year of the book begins.
  public var yearStart = YearStart.january
  /// What members would pay and get elsewhere, for the report of their benefit.
  public var market = MarketRates()
  /// How the health worksheet is read.
  public var health = HealthSettings()
  /// The own capital with which the cooperative began (modal awal), below which it must not fall;
  /// nil where nobody gave it.
  public var initialCapital: Rupiah?
  /// What is decided about copies of the book.
  public var backups = BackupSettings()
  /// The first month whose month end is run; earlier days are only for opening balances.
  public var firstMonth: BookMonth
  /// The book's time zone as an offset from UTC in seconds; 25,200 is Jakarta (WIB).
  public var utcOffsetSeconds: Int64

  /// Settings; the time zone is Jakarta's unless another is given.
  public init(
    name: String, legalNumber: String? = nil, address: String? = nil, firstMonth: BookMonth,
    utcOffsetSeconds: Int64 = 25_200
  ) {
    self.name = name
    self.legalNumber = legalNumber
    self.address = address
    self.firstMonth = firstMonth
    self.utcOffsetSeconds = utcOffsetSeconds
  }

  /// The settings as they are stored: numbers without dots and dashes.
  ///
  /// - Throws: `npwp.unreadable`, `nitku.unreadable`, `entry.noteUnacceptable` for a text that is
  ///   blank or cannot be printed.
  public func checked() throws(LedgerError) -> BookSettings {
    for case let text? in [name] + BookSettings.texts.map({ self[keyPath: $0.value] })
    where !text.isUsableText {
      throw .noteUnacceptable(text)
    }
    var settings = self
    if let npwp { settings.npwp = try IdentityNumber.npwp(npwp) }
    if let nitku { settings.nitku = try IdentityNumber.nitku(nitku) }
    return settings
  }

  /// The number of the place of business that the tax office is told: the one that is given, or
  /// else that of the head office, which is the NPWP and six zeros; nil without either.
  public var placeOfBusiness: String? { nitku ?? npwp.map { $0 + "000000" } }

  /// What may be left out, by the names under which a book and its log speak of it.
  package static let texts:
    [(name: String, value: any WritableKeyPath<BookSettings, String?> & Sendable)] = [
      ("legalNumber", \.legalNumber), ("nik", \.nik), ("npwp", \.npwp), ("nitku", \.nitku),
      ("businessNumber", \.businessNumber), ("address", \.address), ("phone", \.phone),
      ("place", \.place), ("chair", \.chair), ("secretary", \.secretary),
      ("treasurer", \.treasurer), ("supervisor", \.supervisor),
    ]

  /// Whether a word is the name of something that a book says about itself.
  package static func isName(_ word: String) -> Bool {
    word == "name" || (texts + choices).contains { $0.name == word }
  }
}
