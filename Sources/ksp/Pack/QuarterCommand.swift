import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp quarter`.
struct QuarterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quarter",
    abstract: say(
      "Semua laporan satu triwulan, dalam satu folder.",
      "All papers of a quarter, in one folder."),
    discussion: say(
      """
      Laporan keuangan sejak awal tahun buku sampai akhir triwulan, daftar simpanan
      dan pinjaman, mutasi anggota, bukti potong dan kesehatan, dari satu saat.

      Contoh: ksp laporan-triwulan 2026-Q1 -o triwulan-1
      """,
      """
      Statements from the beginning of the year to the end of the quarter, lists of
      savings and loans, members in and out, withholding and health, all of one
      moment.

      Example: ksp quarter 2026-Q1 -o quarter-1
      """), aliases: ["laporan-triwulan"])

  @Argument(
    help: .say(
      "Triwulan, misalnya 2026-Q1.", "The quarter, such as 2026-Q1.",
      Phrase(id: "triwulan", en: "quarter")))
  var quarter: String
  @OptionGroup(title: Headings.result) var options: PackOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let (number, quarter) = try value()
    let folder = try options.folder()
    try book.withBook(.readOnly) { ledger in
      try ledger.reading { book in
        let year = try StatementYear.year(number, book.settings)
        let months = year.months[(3 * quarter - 3)..<(3 * quarter)]
        guard let first = months.first, let last = months.last else { return }
        let own = try BookPeriod(from: first.firstDay, through: last.lastDay)
        let soFar = try BookPeriod(from: year.firstDay, through: last.lastDay)
        let begin = try book.settings.firstMonth
        guard last >= begin else {
          throw UsageProblem(
            Phrase(
              id: "Triwulan \(self.quarter) mendahului buku, yang mulai "
                + "\(begin.name.indonesian).",
              en: "\(self.quarter) lies before the book, which begins in "
                + "\(begin.name.english)."))
        }
        var pack = try Pack(book, folder, of: year, through: own.last)
        pack.addStatements(of: soFar)
        pack.addLists(of: own)
        pack.addSupervision(year, through: own.last)
        try pack.write(.quarter(year: number, number: quarter), of: own)
      }
    }
  }

  private func value() throws -> (year: Int, quarter: Int) {
    let parts = quarter.uppercased().split(separator: "-")
    guard parts.count == 2, parts[1].count == 2, "QT".contains(parts[1].first ?? " "),
      let number = Int(parts[1].dropFirst()), (1...4).contains(number)
    else {
      throw UsageProblem(
        Phrase(id: "“\(quarter)” bukan triwulan.", en: "“\(quarter)” is no quarter."),
        advice: Phrase(id: "Tulis misalnya 2026-Q1.", en: "Write 2026-Q1, for example."))
    }
    return (try StatementYear.number(String(parts[0])), number)
  }
}
