import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp year-end cover`.
struct YearEndCoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cover",
    abstract: say(
      "Tutup rugi tahun buku dari cadangan.", "Cover the loss of a year from reserves."),
    discussion: say(
      "Contoh:\n  ksp tutup-tahun tutup-rugi 2025 --dari 3-2000=2.000.000 --keputusan \"RAT 2\"",
      "Example: ksp year-end cover 2025 --from 3-2000=2.000.000 --decision \"RAT 2\""),
    aliases: ["tutup-rugi"])

  @OptionGroup var year: YearArgument
  @Option(
    name: .also("dari"),
    help: .say(
      "Cadangan dan jumlahnya; boleh berulang.", "Reserve and amount; may be repeated.",
      Phrase(id: "akun=jumlah", en: "account=amount")))
  var from: [String] = []
  @OptionGroup var decision: DecisionOption
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let year = try year.value()
    guard !from.isEmpty else {
      throw UsageProblem(
        Phrase(id: "Cadangan yang menutupnya belum diisi.", en: "No reserve was given."),
        advice: Phrase(
          id: "Beri --dari AKUN=JUMLAH, boleh berulang.",
          en: "Give --from ACCOUNT=AMOUNT; it may be repeated."))
    }
    let parts = try from.map { text in
      let leg = try LegOptions.leg(text, side: .debit)
      return LossCover.Part(leg.account, leg.amount)
    }
    try WriteRun(book: book, confirm: write.confirm, report: report).post(severe: true) {
      ledger, dryRun in
      try ledger.coverLoss(
        LossCover(
          of: year, by: parts, on: write.bookDate(ledger), decision: decision.decision),
        reference: write.reference, note: write.note, dryRun: dryRun)
    }
  }
}
