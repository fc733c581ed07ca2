import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp tax claim pay`.
struct TaxClaimPayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pay",
    abstract: say("Anggota membayar piutang PPh.", "A member pays what is claimed."),
    discussion: say(
      "Contoh: ksp pajak piutang bayar 0001 43.000 --dari SUK-0001",
      "Example: ksp tax claim pay 0001 43.000 --from SUK-0001"),
    aliases: ["bayar"])

  @Argument(help: .say("Nomor anggota.", "Member number.", .member))
  var member: MemberNumber
  @Argument(
    help: .say("Jumlah rupiah; bawaan semuanya.", "Amount in rupiah; default all of it.", .amount))
  var amount: String?
  @Option(
    name: .also("dari"),
    help: .say(
      "Rekening anggota itu, atau akun; bawaan kas.",
      "An account of the member, or of the chart; default cash.", .account))
  var from: String?
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let asked = try argument(amount, Rupiah.init(parsing:))
    let payer = try argument(from, AccountCode.init)
    try WriteRun(book: book, confirm: write.confirm, report: report).post { ledger, dryRun in
      try ledger.payTaxClaim(
        asked ?? ledger.taxClaim(of: member), of: member, from: payer, on: write.bookDate(ledger),
        reference: write.reference, note: write.note, dryRun: dryRun)
    }
  }
}
