import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp member leave`.
struct MemberLeaveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leave",
    abstract: say("Anggota keluar: bayar semua simpanan.", "A member leaves: pay out all savings."),
    discussion: say(
      """
      Contoh:
        ksp anggota keluar 0001 --potongan 100.000
        ksp anggota keluar 0001 --bayar-nanti --sebab meninggal
      Dengan --bayar-nanti simpanannya menjadi utang sampai diambil: ksp anggota
      bayarkan.
      """,
      """
      Examples:
        ksp member leave 0001 --deduction 100.000
        ksp member leave 0001 --pay-later --reason died
      With --pay-later the savings are owed until they are taken: ksp member pay-out.
      """),
    aliases: ["keluar"])

  @Argument(
    help: .say("Nomor anggota.", "Member number.", .member))
  var member: MemberNumber
  @Option(
    name: .also("potongan"),
    help: .say(
      "Bagian yang ditahan menurut AD/ART.", "The part kept back by the articles.", .amount))
  var deduction: String?
  @Option(
    name: .also("sebab"),
    help: .say("Sebab keluar, untuk daftar anggota.", "Why they leave, for the register.", .text))
  var reason: String?
  @Flag(
    name: .also("potong-pinjaman"),
    help: .say(
      "Lunasi dulu pinjamannya dari simpanannya.", "Settle the loans from the savings first."))
  var setOffLoans = false
  @Flag(
    name: .also("bayar-nanti"),
    help: .say(
      "Simpanannya diambil nanti, juga oleh ahli waris.",
      "The savings are taken later, also by an heir."))
  var payLater = false
  @OptionGroup var till: TillOptions
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let kept = try argument(deduction, Rupiah.init(parsing:)) ?? .zero
    try WriteRun(book: book, confirm: write.confirm, report: report).run(
      { ledger, dryRun in
        try ledger.endMembership(
          of: member, on: write.bookDate(ledger), reason: reason, deduction: kept,
          setsOffLoans: setOffLoans, paysLater: payLater,
          reference: write.reference, note: till.note(write), dryRun: dryRun)
      },
      rehearse: { ledger, outcome in try DepartureRehearsal.of(ledger, outcome) },
      print: { style, outcome in try DeparturePaper.write(outcome, report, style) })
  }
}
