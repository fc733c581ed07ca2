import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp loan reschedule`.
struct LoanRescheduleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reschedule",
    abstract: say("Penjadwalan kembali sisa pokok.", "A new plan for what is owed."),
    discussion: say(
      "Contoh: ksp pinjaman jadwal-ulang PJ-0001 --jangka 18 --suku 1%/bulan",
      "Example: ksp loan reschedule PJ-0001 --term 18 --rate 1%/month"),
    aliases: ["jadwal-ulang"])

  @Argument(help: .say("Nomor pinjaman atau anggota.", "Loan or member number.", .loan))
  var loan: String
  @Option(
    name: .also("jangka"),
    help: .say("Banyaknya angsuran sejak itu.", "Number of installments from then on.", .number))
  var term: Int
  @Option(
    name: .also("suku"),
    help: .say(
      "Tingkat jasa baru; bawaan seperti semula.", "New rate; default as before.",
      Phrase(id: "suku", en: "rate")))
  var rate: String?
  @Option(
    name: .also("cara"),
    help: .say(
      "Cara: \(words(LoanMethod.self, .indonesian)); bawaan seperti semula.",
      "Method: \(words(LoanMethod.self)); default as before.", Phrase(id: "cara", en: "method")))
  var method: String?
  @Option(
    name: .also("jatuh-tempo-pertama"),
    help: .say(
      "Jatuh tempo pertama; bawaan satu jarak kemudian.",
      "First due date; default one interval later.", .date))
  var firstDue: String?
  @Option(
    name: .also("tanggal"), help: .say("Tanggal; bawaan hari ini.", "Day; default today.", .date))
  var date: String?
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let date = try argument(date, BookDate.init(parsing:))
    let firstDue = try argument(firstDue, BookDate.init(parsing:))
    let rate = try argument(rate) { text throws(LedgerError) in try Rate(ofLoan: text) }
    let method = try method.map { try choice(LoanMethod.self, $0) }
    let loan = try book.loan(loan)
    try WriteRun(book: book, confirm: confirm, report: report).run(
      { ledger, dryRun in
        try ledger.rescheduleLoan(
          loan, on: date ?? ledger.today(), count: term, rate: rate, method: method,
          firstDue: firstDue, reference: note.ref, note: note.value, dryRun: dryRun)
      },
      rehearse: { _, status in
        var rehearsal = Rehearsal(status, LoanCardRenderer.self, .severe)
        rehearsal.warn(status.loan.warnings)
        return rehearsal
      },
      print: { style, status in
        try report.write(status, with: LoanCardRenderer(style))
        pointOut(status.loan.warnings)
      })
  }
}
