import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp member leave`.
struct MemberLeaveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leave",
    abstract: say("Anggota keluar: bayar semua simpanan.", "A member leaves: pay out all savings."),
    discussion: say(
      "Contoh: ksp anggota keluar 0001 --deduction 100000",
      "Example: ksp member leave 0001 --deduction 100000"),
    aliases: ["keluar"])

  @Argument(
    help: .say("Nomor anggota.", "Member number.", .member))
  var member: String
  @Option(
    name: .also("potongan"),
    help: .say(
      "Bagian yang ditahan menurut AD/ART.", "The part kept back by the articles.", .amount))
  var deduction: String?
  @Flag(
    help: .say(
      "Lunasi dulu pinjamannya dari simpanannya.", "Settle the loans from the savings first."))
  var setOffLoans = false
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let kept = try argument(deduction, Rupiah.init(parsing:)) ?? .zero
    let run = WriteRun(book: book, confirm: write.confirm, report: report)
    try run.post(severe: true) { ledger, dryRun in
      try ledger.leave(
        member, on: write.bookDate(ledger), deduction: kept, setsOffLoans: setOffLoans,
        note: write.note, dryRun: dryRun)
    }
  }
}
