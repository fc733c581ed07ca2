/// Writes what a book says of itself (pengaturan).
public struct BookSettingsRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each thing that is said.
  public func report(of settings: BookSettings) -> Report {
    let items = items(settings)
    return Report(
      "ksp.settings/1", title: style.words.settingsTitle, subject: settings.name,
      data: ReportRecord(items.map { ($0.key, .cell($0.value)) }),
      rows: ReportRows(["name", "value"], items.map { [.text($0.key), $0.value] }),
      blocks: [.fields(items.compactMap { Report.Field($0.label, $0.said) }, width: 22)])
  }

  /// One thing that is said: a code for programs, and words for people.
  fileprivate struct Item {
    let key, label: String
    let value: Cell

    init(_ key: String, _ label: String, _ value: Cell) {
      self.key = key
      self.label = label
      self.value = value
    }

    init(_ key: String, _ label: String, _ text: String?) {
      self.init(key, label, .optional(text))
    }

    /// What people read; nil for what is not said.
    var said: String? {
      switch value.forPeople {
      case .text(let text): text
      case .amount(let amount): amount.formatted
      case .count(let count): String(count)
      default: nil
      }
    }
  }

  private func items(_ settings: BookSettings) -> [Item] {
    let words = style.words
    return [
      Item("name", words.cooperative, settings.name),
      Item("legalNumber", words("Nomor badan hukum", "Legal number"), settings.legalNumber),
      Item("nik", words("NIK koperasi", "Cooperative's NIK"), settings.nik),
      Item("npwp", "NPWP", settings.npwp), Item("nitku", "NITKU", settings.placeOfBusiness),
      Item("businessNumber", words("NIB", "Business number (NIB)"), settings.businessNumber),
      Item("address", words.address, settings.address), Item("phone", words.phone, settings.phone),
      Item("place", words("Tempat", "Place"), settings.place),
      Item("chair", words("Ketua", "Chair"), settings.chair),
      Item("secretary", words("Sekretaris", "Secretary"), settings.secretary),
      Item("treasurer", words("Bendahara", "Treasurer"), settings.treasurer),
      Item("supervisor", words("Ketua pengawas", "Head of supervisors"), settings.supervisor),
      Item(
        "taxOfSeveralMonths", words("PPh jasa beberapa bulan", "Tax, several months"),
        .coded(
          settings.interestTax.severalMonths.rawValue,
          shown: words.taxMonth(settings.interestTax.severalMonths))),
      Item(
        "taxOfMissedInterest", words("PPh jasa susulan", "Tax, interest paid late"),
        .coded(
          settings.interestTax.missedInterest.rawValue,
          shown: words.taxMonth(settings.interestTax.missedInterest))),
      Item(
        "taxBelowMinimum", words("PPh di bawah minimum", "Tax below minimum"),
        words.flag(settings.interestTax.takesBelowMinimum)),
      Item(
        "taxDocument", words("Dokumen bukti potong", "Document of the slips"),
        .coded(
          settings.interestTax.document.rawValue,
          shown: words.taxDocument(settings.interestTax.document))),
      Item(
        "payrollOrder", words("Urutan potong gaji", "Payroll order"),
        settings.payrollOrder.map { .coded($0.description, shown: words($0.name)) } ?? .blank
      ),
      Item(
        "duesRaised", words("Wajib naik sesudah lunas", "Dues raised later"),
        .coded(settings.duesRaised.rawValue, shown: words.duesRaised(settings.duesRaised))),
      Item("yearStart", words("Awal tahun buku", "Start of the year"), settings.yearStart.rawValue),
      Item(
        "marketLoans", words("Bunga pasar pinjaman", "Market rate, loans"),
        words.rate(settings.market.loans)),
      Item(
        "marketSavings", words("Bunga pasar simpanan", "Market rate, savings"),
        words.rate(settings.market.savings)),
      Item(
        "marketDeposits", words("Bunga pasar berjangka", "Market rate, deposits"),
        words.rate(settings.market.deposits)),
    ] + supervision(settings) + [
      Item(
        "backupKeep", words("Cadangan disimpan", "Copies kept"),
        .optional(settings.backups.keep)),
      Item("backupFolder", words("Cadangan kedua di", "Second copy in"), settings.backups.folder),
      Item(
        "backupAfterMonthEnd", words("Cadangan tutup bulan", "Copy after month end"),
        words.flag(settings.backups.afterMonthEnd)),
      Item("firstMonth", words("Bulan pertama", "First month"), settings.firstMonth.description),
      Item(
        "utcOffsetSeconds", words("Selisih UTC (detik)", "UTC offset (seconds)"),
        .count(Int(settings.utcOffsetSeconds))),
    ]
  }
}

extension BookSettingsRenderer {
  /// How the health worksheet is read, and what limits are held to.
  fileprivate func supervision(_ settings: BookSettings) -> [Item] {
    let (words, readings) = (style.words, settings.health.readings)
    let weights = settings.health.riskWeights.sorted { $0.key < $1.key }
      .map { "\($0.key)=\($0.value)" }.joined(separator: ",")
    return [
      Item(
        "healthExpenses", words("Kesehatan: beban", "Health: expenses"),
        .coded(readings.expenses.rawValue, shown: words.healthExpenses(readings.expenses))),
      Item("healthCash", words("Kesehatan: kas", "Health: cash"), readings.cash.rawValue),
      Item(
        "healthRiskReserve", words("Kesehatan: cadangan", "Health: reserve"),
        readings.riskReserve.rawValue
      ),
      Item(
        "healthLongTermDebt", words("Kesehatan: utang", "Health: debt"),
        readings.longTermDebt.rawValue
      ),
      Item(
        "healthRiskWeights", words("Kesehatan: bobot ATMR", "Health: risk weights"),
        weights.isEmpty ? nil : weights
      ),
      Item(
        "initialCapital", words("Modal awal", "Initial own capital"),
        .optional(settings.initialCapital)),
    ]
  }
}

extension Wording {
  fileprivate func flag(_ isSet: Bool) -> Cell {
    .flag(isSet, shown: isSet ? self("ya", "yes") : self("tidak", "no"))
  }

  fileprivate func rate(_ rate: Rate?) -> Cell {
    rate.map { .coded($0.description, shown: self($0.inWords)) } ?? .blank
  }

  fileprivate func taxDocument(_ document: InterestTaxSettings.Document) -> String {
    switch document {
    case .paymentProof: self("bukti pembayaran", "proof of payment")
    case .currentAccount: self("rekening koran", "current account")
    case .contract: self("kontrak", "contract")
    case .decree: self("surat keputusan", "decree")
    case .statementLetter: self("surat pernyataan", "statement")
    case .other: self("lainnya", "other")
    }
  }

  fileprivate func healthExpenses(_ expenses: HealthReadings.Expenses) -> String {
    switch expenses {
    case .members: self("bagian anggota", "members' part")
    case .all: self("semua", "all")
    }
  }

  fileprivate func taxMonth(_ month: InterestTaxSettings.Month) -> String {
    switch month {
    case .payment: self("bulan pembayaran", "month of payment")
    case .earned: self("bulan jasanya", "months of earning")
    }
  }

  fileprivate func duesRaised(_ raising: DuesRaising) -> String {
    switch raising {
    case .owed: self("selisih terutang", "difference is owed")
    case .settled: self("bulan tetap lunas", "months stay settled")
    }
  }

  fileprivate var settingsTitle: String { self("PENGATURAN BUKU", "SETTINGS OF THE BOOK") }
}
