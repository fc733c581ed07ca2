import ArgumentParser
import KSPCore

/// What a book says of its cooperative; what is not given stays as it was, and an empty text takes
/// away what was there.
struct SettingsOptions: ParsableArguments {
  @Option(
    name: .also("badan-hukum"),
    help: .say("Nomor badan hukum.", "Number of the deed.", .number))
  var legalNumber: String?
  @Option(help: .say("NIK koperasi.", "The cooperative's NIK.", .number))
  var nik: String?
  @Option(help: .say("NPWP koperasi, 16 angka.", "Its tax number, 16 digits.", .number))
  var npwp: String?
  @Option(
    help: .say(
      "NITKU, 22 angka; bawaan NPWP dan 000000.",
      "Its place of business (NITKU), 22 digits; default the NPWP and 000000.", .number))
  var nitku: String?
  @Option(name: .also("nib"), help: .say("NIB.", "Its business number (NIB).", .number))
  var businessNumber: String?
  @Option(name: .also("alamat"), help: .say("Alamat.", "Address.", .text))
  var address: String?
  @Option(name: .also("telepon"), help: .say("Telepon.", "Telephone.", .number))
  var phone: String?
  @Option(
    name: .also("tempat"),
    help: .say(
      "Kota di depan tanggal surat.", "The town before the date on papers.", .text))
  var place: String?
  @Option(name: .also("ketua"), help: .say("Ketua.", "Chair.", .name))
  var chair: String?
  @Option(name: .also("sekretaris"), help: .say("Sekretaris.", "Secretary.", .name))
  var secretary: String?
  @Option(name: .also("bendahara"), help: .say("Bendahara.", "Treasurer.", .name))
  var treasurer: String?
  @Option(name: .also("pengawas"), help: .say("Ketua pengawas.", "Head of supervisors.", .name))
  var supervisor: String?

  @Option(
    name: .also("pajak-beberapa-bulan"),
    help: .say(
      "Pajak jasa beberapa bulan menurut bulan: \(words(InterestTaxSettings.Month.self, .indonesian)).",
      "Tax on interest of several months by month of: "
        + "\(words(InterestTaxSettings.Month.self)).", .kind))
  var taxSeveralMonths: String?
  @Option(
    name: .also("pajak-jasa-susulan"),
    help: .say(
      "Pajak jasa susulan menurut bulan: \(words(InterestTaxSettings.Month.self, .indonesian)).",
      "Tax on interest paid late by month of: \(words(InterestTaxSettings.Month.self)).", .kind))
  var taxMissedInterest: String?
  @Flag(
    exclusivity: .exclusive,
    help: .say(
      "Pajak jasa boleh mengurangi saldo minimum.", "Tax may go below the minimum balance."))
  var taxBelowMinimum: EitherWay<BelowMinimumNames>?
  @Option(
    name: .also("dokumen-pajak"),
    help: .say(
      "Dokumen dalam berkas Coretax: \(words(InterestTaxSettings.Document.self, .indonesian)).",
      "Document in the file for Coretax: \(words(InterestTaxSettings.Document.self)).", .kind))
  var taxDocument: String?

  @Option(
    name: .also("urutan-gaji"),
    help: .say(
      "Urutan memakai satu jumlah potong gaji, misalnya wajib,pinjaman,sukarela; kosong: tidak ada.",
      "Order in which one sum of a payroll list is used, such as wajib,loans,sukarela; empty: none.",
      Phrase(id: "urutan", en: "order")))
  var payrollOrder: String?
  @Option(
    name: .also("wajib-naik"),
    help: .say(
      "Wajib naik sesudah dibayar di muka: \(words(DuesRaising.self, .indonesian)).",
      "Dues raised after months were paid ahead: \(words(DuesRaising.self)).", .code))
  var duesRaised: String?
  @Option(
    name: .also("awal-tahun"),
    help: .say(
      "Bulan mulainya tahun buku, 01 sampai 12; bawaan 01.",
      "The month in which a year of the book begins, 01 to 12; default 01.", .month))
  var yearStart: String?
  @OptionGroup var market: MarketRateOptions
  @OptionGroup var health: HealthSettingOptions
  @Option(
    name: .also("simpan-cadangan"),
    help: .say(
      "Banyaknya cadangan bertanggal yang disimpan; 0 untuk semua.",
      "How many dated copies are kept; 0 for all.", .number))
  var backupKeep: Int?
  @Option(
    name: .also("folder-cadangan"),
    help: .say("Folder kedua untuk cadangan.", "A second folder for copies.", .file))
  var backupFolder: String?
  @Flag(
    exclusivity: .exclusive,
    help: .say("Cadangan sesudah tutup bulan.", "A copy after each month end."))
  var backupAfterMonthEnd: EitherWay<MonthlyBackupNames>?

  func apply(to old: BookSettings) throws -> BookSettings {
    var settings = old
    func set(_ path: WritableKeyPath<BookSettings, String?>, _ text: String?) {
      guard let text else { return }
      settings[keyPath: path] = text.isEmpty ? nil : text
    }
    set(\.legalNumber, legalNumber)
    set(\.nik, nik)
    set(\.npwp, npwp)
    set(\.nitku, nitku)
    set(\.businessNumber, businessNumber)
    set(\.address, address)
    set(\.phone, phone)
    set(\.place, place)
    set(\.chair, chair)
    set(\.secretary, secretary)
    set(\.treasurer, treasurer)
    set(\.supervisor, supervisor)
    typealias Month = InterestTaxSettings.Month
    if let taxSeveralMonths {
      settings.interestTax.severalMonths = try choice(Month.self, taxSeveralMonths)
    }
    if let taxMissedInterest {
      settings.interestTax.missedInterest = try choice(Month.self, taxMissedInterest)
    }
    if let taxDocument {
      settings.interestTax.document = try choice(InterestTaxSettings.Document.self, taxDocument)
    }
    if let payrollOrder {
      settings.payrollOrder = payrollOrder.isEmpty ? nil : PayrollOrder(parsing: payrollOrder)
    }
    if let duesRaised { settings.duesRaised = try choice(DuesRaising.self, duesRaised) }
    if let yearStart { settings.yearStart = try choice(YearStart.self, yearStart) }
    settings.market = try market.rates(before: old.market)
    try health.apply(to: &settings)
    if let backupKeep {
      guard backupKeep >= 0 else {
        throw UsageProblem(
          Phrase(
            id: "--simpan-cadangan \(backupKeep) tidak bisa.",
            en: "--backup-keep \(backupKeep) cannot be."))
      }
      settings.backups.keep = backupKeep == 0 ? nil : backupKeep
    }
    set(\.backups.folder, backupFolder)
    if let backupAfterMonthEnd { settings.backups.afterMonthEnd = backupAfterMonthEnd.isYes }
    if let taxBelowMinimum { settings.interestTax.takesBelowMinimum = taxBelowMinimum.isYes }
    return try argument { try settings.checked() }
  }
}

/// Whether tax may go below the minimum balance.
enum BelowMinimumNames: EitherWayNames {
  static let english = "tax-below-minimum"
  static let yes = "pajak-penuh"
  static let no = "pajak-bersisa"
}

/// Whether month ends make a copy.
enum MonthlyBackupNames: EitherWayNames {
  static let english = "backup-after-month-end"
  static let yes = "cadang"
  static let no = "tanpa-cadang"
}
