import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp member erase`.
struct MemberEraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: say(
      "Hapus data pribadi anggota yang sudah keluar.",
      "Erase the personal data of a member who has left."),
    discussion: say(
      """
      Contoh: ksp anggota hapus-data 0001
      Nama, nomor, alamat dan isian lain hilang untuk selamanya; nomor anggota,
      rekening dan jurnalnya tetap. Salinan buku yang lama tidak ikut terhapus.
      """,
      """
      Example: ksp member erase 0001
      Name, numbers, address and the rest are gone for good; the member number,
      accounts and entries stay. Earlier copies of the book are not touched.
      """),
    aliases: ["hapus-data"])

  @Argument(help: .say("Nomor anggota.", "Member number.", .member))
  var member: MemberNumber
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try WriteRun(book: book, confirm: confirm, report: report).run(
      saysUnchanged: true,
      { ledger, dryRun in
        let before = try ledger.member(member)
        let after = try ledger.eraseMember(
          member, reference: note.ref, note: note.value, dryRun: dryRun)
        return (before, MemberSummary(member: after, savings: before.savings))
      },
      rehearse: { _, outcome in
        let (before, after) = outcome
        guard before.member != after.member else { return Rehearsal(.nothingToDo) }
        var rehearsal = Rehearsal(after, MemberRenderer.self, .severe)
        rehearsal.line(
          "PERIKSA: data \(before.member.profile.name) hilang untuk selamanya.",
          "CHECK: the data of \(before.member.profile.name) are gone for good.")
        return rehearsal
      },
      print: { style, outcome in
        try report.write(outcome.1, with: MemberRenderer(style))
      })
  }
}
