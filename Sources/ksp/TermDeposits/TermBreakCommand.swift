import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp term break`.
struct TermBreakCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "break",
    abstract: say(
      "Cairkan berjangka, saat jatuh tempo atau lebih awal.",
      "Pay a term deposit out, at maturity or before it."),
    discussion: say(
      """
      Contoh:
        ksp berjangka cairkan BJK-0001 --ke SUK-0001
        ksp berjangka cairkan BJK-0001 --bebas-penalti "anggota meninggal" \\
          --ke-ahli-waris
      """,
      """
      Examples:
        ksp term break BJK-0001 --to SUK-0001
        ksp term break BJK-0001 --waive-penalty "the member died" --to-heir
      """), aliases: ["cairkan"])

  @Argument(
    help: .say(
      "Rekening berjangka atau anggota.", "Account of the deposit, or member.", .savings))
  var account: String
  @Option(
    name: .also("ke"),
    help: .say(
      "Tujuan uangnya: rekening simpanan atau bank; bawaan kas.",
      "Where the money goes: savings or a bank; default cash.", .account))
  var to: String?
  @Option(
    name: .also("bebas-penalti"),
    help: .say("Tanpa penalti, dengan alasan ini.", "Without penalty, for this reason.", .text))
  var waivePenalty: String?
  @Flag(
    name: .also("ke-ahli-waris"),
    help: .say(
      "Ahli warisnya yang menerima; dengan --bebas-penalti.",
      "The heir receives it; with --waive-penalty."))
  var toHeir = false
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let code = try book.termDeposit(account)
    let target = try argument(to) { text throws(LedgerError) in try AccountCode(text) }
    try WriteRun(book: book, confirm: write.confirm, report: report).post { ledger, dryRun in
      try ledger.endTermDeposit(
        code, on: write.bookDate(ledger), to: target, waiving: waivePenalty,
        toHeir: toHeir, reference: write.reference, note: write.note, dryRun: dryRun)
    }
  }
}
