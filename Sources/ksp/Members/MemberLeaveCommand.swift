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
      "Contoh: ksp anggota keluar 0001 --deduction 100000",
      "Example: ksp member leave 0001 --deduction 100000"),
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
    help: .say(
      "Lunasi dulu pinjamannya dari simpanannya.", "Settle the loans from the savings first."))
  var setOffLoans = false
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
          setsOffLoans: setOffLoans, reference: write.reference, note: till.note(write),
          dryRun: dryRun)
      },
      rehearse: { ledger, outcome in try Self.rehearse(ledger, outcome.member, outcome.receipt) },
      print: { style, outcome in
        guard let receipt = outcome.receipt else {
          try report.write(
            MemberSummary(member: outcome.member, savings: []), with: MemberRenderer(style))
          return
        }
        try report.write(receipt, with: ReceiptRenderer(style))
        WriteRun.announce(receipt)
      })
  }

  private static func rehearse(
    _ ledger: Ledger, _ member: Member, _ receipt: Receipt?
  ) throws -> Rehearsal {
    guard let receipt else {
      return Rehearsal(
        MemberSummary(member: member, savings: []), MemberRenderer.self, .severe)
    }
    var rehearsal = try CounterRehearsal.of(ledger, receipt)
    rehearsal.weight = receipt.isReplay ? .nothingToDo : .severe
    return rehearsal
  }
}
