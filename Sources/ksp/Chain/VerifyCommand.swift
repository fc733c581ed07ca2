import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp verify`.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: say("Periksa seluruh buku.", "Verify the whole book."),
    discussion: say(
      """
      Membaca seluruh rantai, membandingkan tabel, dan menghitung ulang jasa, pajak
      dan pinjaman.
      Contoh: ksp periksa --bentuk json
      """,
      """
      Reads the whole chain, compares the tables, and computes interest, tax and
      loans again.
      Example: ksp verify --format json
      """),
    aliases: ["periksa"])

  @Flag(
    name: [.customLong("quick"), .customLong("cepat")],
    help: .say("Hanya rantai dan jumlah-jumlah.", "Only the chain and the sums."))
  var isQuick = false
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    do {
      try verify()
    } catch let error as LedgerError where error.code == .bookDamaged {
      // So little is left that no check could be made.
      Terminal.message(error.message[Speech.language])
      let check = VerificationReport.Check(
        name: "file.readable",
        meaning: Phrase(
          id: "Berkas bisa dibaca sebagai buku", en: "The file can be read as a book"),
        examined: 1, count: 1, first: book.path)
      let result = VerificationReport(
        checks: [check], events: 0, entries: 0, postings: 0, headHash: nil)
      try report.write(result, with: VerificationReportRenderer(report.style()))
      throw Exit.differences
    }
  }

  private func verify() throws {
    try book.withBook(.inspection) { ledger in
      let progress = Progress()
      let result = try ledger.verify(isQuick: isQuick, progress: progress.update)
      progress.finish()
      // What the book says of itself may be what is damaged.
      let style = (try? ledger.settings).map(report.style) ?? report.style()
      try report.write(result, with: VerificationReportRenderer(style))
      guard result.isOK else { throw Exit.differences }
    }
  }
}
