import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp member died`.
struct MemberDiedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "died",
    abstract: say("Catat anggota yang meninggal.", "Record that a member died."),
    discussion: say(
      """
      Contoh:
        ksp anggota meninggal 0001 --tanggal 2026-05-03
        ksp anggota meninggal 0001 --batal
      Sesudahnya: ksp anggota keluar 0001 --bayar-nanti, lalu ksp anggota bayarkan
      0001.
      """,
      """
      Examples:
        ksp member died 0001 --date 2026-05-03
        ksp member died 0001 --undo
      Then: ksp member leave 0001 --pay-later, and ksp member pay-out 0001.
      """),
    aliases: ["meninggal"])

  @Argument(help: .say("Nomor anggota.", "Member number.", .member))
  var member: MemberNumber
  @Flag(
    name: .also("batal"),
    help: .say("Catatan yang keliru ditarik kembali.", "Take back what was recorded by mistake."))
  var undo = false
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    guard !undo || write.date == nil else {
      throw UsageProblem(
        Phrase(
          id: "--batal tidak memakai tanggal.", en: "--undo takes no date."))
    }
    try WriteRun(book: book, confirm: write.confirm, report: report).run(
      { ledger, dryRun in
        try ledger.recordDeath(
          of: member, on: undo ? nil : write.bookDate(ledger), reference: write.reference,
          note: write.note, dryRun: dryRun)
      },
      rehearse: { _, member in
        Rehearsal(MemberSummary(member: member, savings: []), MemberRenderer.self)
      },
      print: { style, member in
        try report.write(MemberSummary(member: member, savings: []), with: MemberRenderer(style))
      })
  }
}
