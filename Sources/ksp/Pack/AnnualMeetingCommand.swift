import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp annual-meeting`.
struct AnnualMeetingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annual-meeting",
    abstract: say(
      "Semua laporan untuk rapat anggota tahunan, dalam satu folder.",
      "All papers for the members' yearly meeting, in one folder."),
    discussion: say(
      """
      Laporan keuangan, promosi ekonomi, SHU, daftar simpanan dan pinjaman, mutasi
      anggota, bukti potong, kesehatan, RAPB dan surat konfirmasi, dari satu saat.
      RAPB: berkas CSV dengan kolom akun,anggaran.

      Contoh: ksp rat 2025 -o rat-2025 --anggaran rapb.csv --contoh 10
      """,
      """
      Statements, benefit, SHU, lists of savings and loans, members in and out,
      withholding, health, budget and letters of confirmation, all of one moment.
      Budget: a CSV file with the columns account,amount.

      Example: ksp annual-meeting 2025 -o meeting-2025 --budget budget.csv --sample 10
      """), aliases: ["rat"])

  @OptionGroup var year: YearArgument
  @Option(
    name: .also("anggaran"),
    help: .say("Berkas CSV anggaran tahun itu.", "CSV file of the year's budget.", .file))
  var budget: String?
  @Option(
    name: .also("contoh"),
    help: .say(
      "Surat konfirmasi untuk sekian anggota; bawaan 10.",
      "Letters of confirmation to so many members; default 10.", .number))
  var sample = 10
  @Option(
    name: .also("benih"),
    help: .say(
      "Bilangan yang memilih anggotanya; yang sama memilih yang sama.",
      "The number that chooses them; the same one chooses the same.", .number))
  var seed: UInt64 = 1
  @OptionGroup(title: Headings.result) var options: PackOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let number = try year.value()
    let folder = try options.folder()
    guard sample >= 0 else {
      throw UsageProblem(
        Phrase(id: "--contoh \(sample) tidak bisa.", en: "--sample \(sample) cannot be."))
    }
    let budget = try budget.map { file in
      try Budget(csv: try TextFile.sheet(file).text, file: file)
    }
    try book.withBook(.readOnly) { ledger in
      try ledger.reading { book in
        let year = try StatementYear.year(number, book.settings)
        _ = try book.yearEnd(number)
        var pack = try Pack(book, folder)
        pack.addStatements(of: year.period)
        pack.add("Promosi ekonomi", "Member benefit", MemberBenefitRenderer.self) {
          try $0.memberBenefit(number)
        }
        if let shu = try shu(book, number) {
          pack.add("Daftar SHU", "SHU", ShuYearRenderer.self) { _ in shu }
        }
        pack.addLists(of: year.period)
        pack.addSupervision(year, through: year.lastDay)
        pack.add("RAPB", "Budget", BudgetReportRenderer.self) {
          try $0.budgetReport(budget ?? Budget([:]), number)
        }
        pack.add(
          letters: try book.balanceConfirmations(sample, asOf: year.lastDay, seed: seed))
        try pack.write(.meeting(year), of: year.period)
      }
    }
  }

  /// The SHU as it was divided or decided; nil before, and for a loss.
  private func shu(_ book: Ledger, _ year: Int) throws -> ShuYear? {
    do {
      return try book.shu(year)
    } catch {
      guard [.shuNotDecided, .shuNothingToDivide].contains(error.code) else { throw error }
      Terminal.message(say(error.message))
      return nil
    }
  }
}
