import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp term pay`.
struct TermPayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pay",
    abstract: say(
      "Bayar jasa berjangka yang sudah jatuh tanggalnya.",
      "Pay the interest of term deposits that has fallen due."),
    discussion: say(
      "Contoh: ksp berjangka bayar --sampai 2026-03-15\nTutup bulan membayar yang belum dibayar.",
      "Example: ksp term pay --through 2026-03-15\nA month end pays what was not paid yet."),
    aliases: ["bayar"])

  @Option(
    name: .also("sampai"),
    help: .say("Sampai tanggal ini; bawaan hari ini.", "Up to a day; default today.", .date))
  var through: String?
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let day = try argument(through, BookDate.init(parsing:))
    try WriteRun(book: book, confirm: confirm, report: report).run(
      { ledger, dryRun in
        try ledger.payTermInterest(
          through: day ?? ledger.today(), note: note.value, dryRun: dryRun)
      },
      rehearse: { _, receipts in
        var rehearsal = Rehearsal(receipts, TermPaymentsRenderer.self)
        rehearsal.warn(receipts.flatMap(\.warnings))
        return rehearsal
      },
      print: { style, receipts in
        try report.write(receipts, with: TermPaymentsRenderer(style))
        if !confirm.asks { pointOut(receipts.flatMap(\.warnings)) }
      })
  }
}
