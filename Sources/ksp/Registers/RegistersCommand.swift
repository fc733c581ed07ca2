import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp registers`.
struct RegistersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "registers",
    abstract: say("Enam belas buku administrasi.", "The sixteen books of a cooperative."),
    discussion: say(
      """
      Tanpa nomor: daftarnya. Anggota, pengurus, karyawan, simpanan, kas dan
      inventaris diisi dari buku; yang lain formulir untuk diisi tangan.
      Buku kas sebulan berkaki tiga baris, seperti formulirnya.
      Contoh:
        ksp buku-administrasi 1 2026 -o anggota.html
        ksp buku-administrasi 14 2026-03 -o buku-kas.html
      """,
      """
      Without a number: which there are. Members, board, staff, savings, cash and
      inventory are filled from the book; the others are forms to be filled in by
      hand. The cash book of a month has the three rows of the form at its foot.
      Examples:
        ksp registers 1 2026 -o members.html
        ksp registers 14 2026-03 -o cash.html
      """), aliases: ["buku-administrasi", "16-buku"])

  @Argument(help: .say("Nomor buku, 1 sampai 16.", "The number, 1 to 16.", .number))
  var number: Int?
  @Argument(
    help: .say(
      "Tahun buku atau bulan; bawaan tahun ini.", "The year or the month; default this year.",
      Phrase(id: "tahun|bulan", en: "year|month")))
  var period: String?
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let isMonth = period?.contains("-") ?? false
    let month = try isMonth ? argument(period, BookMonth.init(parsing:)) : nil
    let year = try isMonth ? nil : period.map(StatementYear.number)
    let wanted = try number.map { number in
      guard let book = RegisterBook.all.first(where: { $0.number == number }) else {
        throw UsageProblem(
          Phrase(id: "Tidak ada buku nomor \(number).", en: "There is no book \(number)."),
          advice: Phrase(
            id: "Lihat daftarnya: ksp buku-administrasi", en: "See which there are: ksp registers"))
      }
      return book
    }
    try book.withBook(.readOnly) { ledger in
      guard let wanted else {
        _ = try report.write(ledger, with: RegisterListRenderer.self) { _ in RegisterBook.all }
        return
      }
      _ = try report.write(ledger, with: RegisterRenderer.self) { book in
        if let month { return try book.register(wanted, of: BookPeriod(month)) }
        let number = try year ?? book.today().components.year
        return try book.register(
          wanted, of: StatementYear.year(number, book.settings).period)
      }
    }
  }
}
