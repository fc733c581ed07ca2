import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp member leave`.
struct MemberLeaveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leave",
    abstract: say("Anggota keluar: bayar semua simpanan.", "A member leaves: pay out all savings."),
    discussion: say(
      "Contoh: ksp member leave 0001 --deduction 100000",
      "Example: ksp member leave 0001 --deduction 100000"),
    aliases: ["keluar"])

  @OptionGroup var book: BookOptions
  @OptionGroup var write: WriteOptions
  @OptionGroup var report: ReportOptions
  @Argument(help: .init(say("Nomor anggota.", "Member number."))) var member: String
  @Option(
    help: .init(
      say("Bagian yang ditahan menurut AD/ART.", "The part kept back by the articles."),
      valueName: "amount"))
  var deduction: String?

  func run() throws {
    let kept = try deduction.map { text in try argument { try Rupiah(parsing: text) } } ?? .zero
    let counter = CounterRun(book: book, write: write, report: report, isSevere: true)
    try counter.run { ledger, date, note, dryRun in
      try ledger.leave(member, on: date, deduction: kept, note: note, dryRun: dryRun)
    }
  }
}
