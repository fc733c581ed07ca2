import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp member set`.
struct MemberSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: say("Perbaiki nama atau kontak.", "Correct a name or contact."),
    discussion: say(
      "Contoh: ksp anggota ubah 0001 --phone 0812-3456-7890",
      "Example: ksp member set 0001 --phone 0812-3456-7890"),
    aliases: ["ubah"])

  @Argument(
    help: .say("Nomor anggota.", "Member number.", .member))
  var member: String
  @Option(name: .also("nama"), help: .say("Nama lengkap.", "Full name.", .name))
  var name: String?
  @OptionGroup var contact: ContactOptions
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try WriteRun(book: book, confirm: confirm, report: report).run(
      { ledger, dryRun in
        let known = try ledger.member(member)
        var profile = contact.apply(to: known.member.profile)
        profile.name = name ?? profile.name
        let changed = try ledger.updateMember(
          member, profile: profile, note: note.value, dryRun: dryRun)
        return MemberSummary(member: changed, savings: known.savings)
      },
      rehearse: { _, changed in Rehearsal(changed, MemberRenderer.self) },
      print: { style, changed in try report.write(changed, with: MemberRenderer(style)) })
  }
}
