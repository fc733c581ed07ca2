import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp tax claim forgive`.
struct TaxClaimForgiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forgive",
    abstract: say(
      "Hapus piutang PPh anggota menjadi beban.", "Let a member off what is claimed."),
    discussion: say(
      "Contoh:\n  ksp pajak piutang hapus 0001 43.000 --ke 5-4000 --keterangan \"rapat 3/2026\"",
      "Example: ksp tax claim forgive 0001 43.000 --to 5-4000 --memo \"board 3/2026\""),
    aliases: ["hapus"])

  @Argument(help: .say("Nomor anggota.", "Member number.", .member))
  var member: MemberNumber
  @Argument(
    help: .say("Jumlah rupiah, misalnya 500.000.", "Amount in rupiah, such as 500.000.", .amount))
  var amount: String
  @Option(
    name: .also("ke"),
    help: .say("Akun beban yang menanggungnya.", "The expense that bears it.", .account))
  var to: String
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let amount = try argument(amount, Rupiah.init(parsing:))
    let expense = try argument { try AccountCode(to) }
    try WriteRun(book: book, confirm: write.confirm, report: report).post(severe: true) {
      ledger, dryRun in
      try ledger.forgiveTaxClaim(
        amount, of: member, to: expense, on: write.bookDate(ledger), reference: write.reference,
        note: write.note,
        dryRun: dryRun)
    }
  }
}
