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
      RAPB: berkas CSV dengan kolom akun,anggaran. Sebelum rapat memutuskan SHU,
      beri usulannya: daftar SHU dan promosi ekonomi lalu menurut usulan itu.
      Selama ada bulan yang belum ditutup, setiap halaman berkata sementara.

      Contoh: ksp rat 2025 -o rat-2025 --anggaran rapb.csv --contoh 10
              ksp rat 2025 -o rat-2025 --modal 25% --usaha 30% --bagian cadangan=45%
      """,
      """
      Statements, benefit, SHU, lists of savings and loans, members in and out,
      withholding, health, budget and letters of confirmation, all of one moment.
      Budget: a CSV file with the columns account,amount. Before the meeting has
      decided about the SHU give its proposal: the list of the SHU and the benefit
      of members then follow it. While months are open every page says so.

      Example: ksp annual-meeting 2025 -o meeting --budget budget.csv --sample 10
               ksp rat 2025 -o rat --capital 25% --activity 30% --share cadangan=45%
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
  @OptionGroup(title: Headings.proposal) var plan: ShuPlanOptions
  @OptionGroup(title: Headings.proposal) var bases: ShuBasesOption
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
    let plan = plan.isGiven ? try plan.plan() : nil
    let bases = try bases.value()
    try book.withBook(.readOnly) { ledger in
      try ledger.reading { book in
        let year = try StatementYear.year(number, book.settings)
        var pack = try Pack(book, folder, of: year, through: year.lastDay)
        pack.addStatements(of: year.period)
        pack.add("Promosi ekonomi", "Member benefit", MemberBenefitRenderer.self) {
          try $0.memberBenefit(number, plan: plan, among: bases)
        }
        if let shu = try shu(book, number, plan, bases) {
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

  /// The SHU as it was divided or decided, or as it is proposed; nil where none of these is known,
  /// and for a loss.
  private func shu(
    _ book: Ledger, _ year: Int, _ plan: ShuPlan?, _ bases: [ShuBase]?
  ) throws -> ShuYear? {
    do {
      let shu = try book.shu(year)
      guard plan == nil else {
        throw UsageProblem(
          Phrase(
            id: "SHU \(year) sudah diputuskan rapat, jadi tidak ada yang diusulkan.",
            en: "The meeting has decided about the SHU of \(year): nothing is proposed any more."),
          advice: Phrase(
            id: "Hilangkan bagian-bagiannya; laporan memakai putusan yang tercatat.",
            en: "Leave the shares out; the papers follow the decision in the book."))
      }
      return shu
    } catch let error as LedgerError {
      guard [.shuNotDecided, .shuNothingToDivide].contains(error.code) else { throw error }
      if let plan, error.code == .shuNotDecided {
        return try book.simulateShu(year, by: plan, among: bases)
      }
      Terminal.message(say(error.message))
      return nil
    }
  }
}
