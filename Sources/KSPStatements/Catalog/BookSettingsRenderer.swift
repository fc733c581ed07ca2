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
      data: ReportRecord(items.map { ($0.key, .text($0.value)) }),
      rows: ReportRows(["name", "value"], items.map { [.text($0.key), .optional($0.value)] }),
      blocks: [
        .fields(
          items.compactMap { Report.Field($0.label, said(of: $0.key, settings) ?? $0.value) },
          width: 22)
      ])
  }

  /// What people read of a setting whose word is that of a form or a program.
  private func said(of key: String, _ settings: BookSettings) -> String? {
    switch key {
    case "taxDocument": style.words.taxDocument(settings.interestTax.document)
    case "healthExpenses": style.words.healthExpenses(settings.health.readings.expenses)
    default: nil
    }
  }

  private func items(
    _ settings: BookSettings
  ) -> [(key: String, label: String, value: String?)] {
    let words = style.words
    return [
      ("name", words.cooperative, settings.name),
      ("legalNumber", words("Nomor badan hukum", "Legal number"), settings.legalNumber),
      ("nik", words("NIK koperasi", "Cooperative's NIK"), settings.nik),
      ("npwp", "NPWP", settings.npwp), ("nitku", "NITKU", settings.placeOfBusiness),
      ("businessNumber", words("NIB", "Business number (NIB)"), settings.businessNumber),
      ("address", words.address, settings.address), ("phone", words.phone, settings.phone),
      ("place", words("Tempat", "Place"), settings.place),
      ("chair", words("Ketua", "Chair"), settings.chair),
      ("secretary", words("Sekretaris", "Secretary"), settings.secretary),
      ("treasurer", words("Bendahara", "Treasurer"), settings.treasurer),
      ("supervisor", words("Ketua pengawas", "Head of supervisors"), settings.supervisor),
      (
        "taxOfSeveralMonths", words("PPh jasa beberapa bulan", "Tax, several months"),
        words.taxMonth(settings.interestTax.severalMonths)
      ),
      (
        "taxOfMissedInterest", words("PPh jasa susulan", "Tax, interest paid late"),
        words.taxMonth(settings.interestTax.missedInterest)
      ),
      (
        "taxBelowMinimum", words("PPh di bawah minimum", "Tax below minimum"),
        settings.interestTax.takesBelowMinimum ? words("ya", "yes") : words("tidak", "no")
      ),
      (
        "taxDocument", words("Dokumen bukti potong", "Document of the slips"),
        settings.interestTax.document.rawValue
      ),
      (
        "payrollOrder", words("Urutan potong gaji", "Payroll order"),
        settings.payrollOrder.map { words($0.name) }
      ),
      (
        "duesRaised", words("Wajib naik sesudah lunas", "Dues raised later"),
        words.duesRaised(settings.duesRaised)
      ),
      ("yearStart", words("Awal tahun buku", "Start of the year"), settings.yearStart.rawValue),
      (
        "marketLoans", words("Bunga pasar pinjaman", "Market rate, loans"),
        settings.market.loans.map { words($0.inWords) }
      ),
      (
        "marketSavings", words("Bunga pasar simpanan", "Market rate, savings"),
        settings.market.savings.map { words($0.inWords) }
      ),
      (
        "marketDeposits", words("Bunga pasar berjangka", "Market rate, deposits"),
        settings.market.deposits.map { words($0.inWords) }
      ),
    ] + supervision(settings) + [
      (
        "backupKeep", words("Cadangan disimpan", "Copies kept"),
        settings.backups.keep.map(String.init)
      ),
      ("backupFolder", words("Cadangan kedua di", "Second copy in"), settings.backups.folder),
      (
        "backupAfterMonthEnd", words("Cadangan tutup bulan", "Copy after month end"),
        settings.backups.afterMonthEnd ? words("ya", "yes") : words("tidak", "no")
      ),
      ("firstMonth", words("Bulan pertama", "First month"), settings.firstMonth.description),
      (
        "utcOffsetSeconds", words("Selisih UTC (detik)", "UTC offset (seconds)"),
        String(settings.utcOffsetSeconds)
      ),
    ]
  }
}

extension BookSettingsRenderer {
  /// How the health worksheet is read, and what limits are held to.
  fileprivate func supervision(
    _ settings: BookSettings
  ) -> [(key: String, label: String, value: String?)] {
    let (words, readings) = (style.words, settings.health.readings)
    let weights = settings.health.riskWeights.sorted { $0.key < $1.key }
      .map { "\($0.key)=\($0.value)" }.joined(separator: ",")
    return [
      (
        "healthExpenses", words("Kesehatan: beban", "Health: expenses"),
        readings.expenses.rawValue
      ),
      ("healthCash", words("Kesehatan: kas", "Health: cash"), readings.cash.rawValue),
      (
        "healthRiskReserve", words("Kesehatan: cadangan", "Health: reserve"),
        readings.riskReserve.rawValue
      ),
      (
        "healthLongTermDebt", words("Kesehatan: utang", "Health: debt"),
        readings.longTermDebt.rawValue
      ),
      (
        "healthRiskWeights", words("Kesehatan: bobot ATMR", "Health: risk weights"),
        weights.isEmpty ? nil : weights
      ),
      (
        "initialCapital", words("Modal awal", "Initial own capital"),
        settings.initialCapital?.formatted
      ),
    ]
  }
}

extension Wording {
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
