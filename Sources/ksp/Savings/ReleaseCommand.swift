import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp release`.
struct ReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: say(
      "Lepas simpanan pokok atau wajib dengan keputusan.",
      "Release pokok or wajib savings by a decision."),
    discussion: say(
      """
      Contoh: ksp lepas WAJ-0001 50.000 --ke SUK-0001 --keputusan "RAT 3/2026"
      Anggotanya tetap anggota; yang keluar memakai ksp anggota keluar.
      """,
      """
      Example: ksp release WAJ-0001 50.000 --to SUK-0001 --decision "RAT 3/2026"
      The member stays a member; who leaves uses ksp member leave.
      """),
    aliases: ["lepas"])

  @Argument(
    help: .say("Rekening pokok atau wajib.", "Account of pokok or wajib.", .savings))
  var account: String
  @Argument(
    help: .say("Jumlah rupiah, misalnya 500.000.", "Amount in rupiah, such as 500.000.", .amount))
  var amount: String
  @Option(
    name: .also("keputusan"),
    help: .say(
      "Nomor keputusan yang mengizinkannya.", "Number of the decision that allows it.",
      Phrase(id: "nomor", en: "number")))
  var decision: String
  @Option(
    name: .also("ke"),
    help: .say(
      "Rekening anggota itu, atau akun; bawaan kas.",
      "An account of the member, or of the chart; default cash.", .account))
  var to: String?
  @OptionGroup var till: TillOptions
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let source = try argument(account, AccountCode.init)
    let target = try argument(to, AccountCode.init)
    let amount = try argument(amount, Rupiah.init(parsing:))
    try WriteRun(book: book, confirm: write.confirm, report: report).post(severe: true) {
      ledger, dryRun in
      try ledger.release(
        amount, from: source, to: target, decision: decision, on: write.bookDate(ledger),
        reference: write.reference, note: till.note(write), dryRun: dryRun)
    }
  }
}
