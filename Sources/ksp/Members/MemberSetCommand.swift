import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp member set`.
struct MemberSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: say("Ubah data anggota.", "Change what the register says of a member."),
    discussion: say(
      """
      Contoh:
        ksp anggota ubah 0001 --telepon 0812-3456-7890 --nik 3171014101900001
        ksp anggota ubah 0002 --status anggota --sejak 2026-03-01
        ksp anggota ubah 0003 --masuk 2026-01-15 --keterangan "salah ketik"
      Isian kosong menghapus: --telepon ""
      """,
      """
      Examples:
        ksp member set 0001 --phone 0812-3456-7890 --nik 3171014101900001
        ksp member set 0002 --standing member --since 2026-03-01
        ksp member set 0003 --joined 2026-01-15 --memo "misspelt"
      An empty value takes away what was there: --phone ""
      """),
    aliases: ["ubah"])

  @Argument(
    help: .say("Nomor anggota.", "Member number.", .member))
  var member: MemberNumber
  @Option(name: .also("nama"), help: .say("Nama lengkap.", "Full name.", .name))
  var name: String?
  @Option(
    name: .also("status"),
    help: .say(
      "Keanggotaan yang baru.", "How they belong from now on.",
      Phrase(id: "calon|anggota|luar-biasa", en: "prospective|member|honorary")))
  var standing: String?
  @Option(
    name: .also("sejak"),
    help: .say("Hari pertama keanggotaan itu; bawaan hari ini.", "Since; default today.", .date))
  var since: String?
  @Option(
    name: .also("jenis"),
    help: .say(
      "orang atau badan, sejak --mulai.",
      "A person (individual) or an organization, from --from on.", .kind))
  var kind: String?
  @Option(
    name: .also("mulai"),
    help: .say(
      "Bulan pertama jenis itu; bawaan bulan terbuka.",
      "The first month of that kind; default the open month.", .month))
  var from: String?
  @Option(
    name: .also("masuk"),
    help: .say(
      "Tanggal masuk yang benar; sebelum tutup bulan pertama, dengan --keterangan.",
      "The right day of joining; before the first month end, with --memo.", .date))
  var joined: String?
  @OptionGroup var options: MemberOptions
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let standing = try argument(standing, Member.Standing.init(parsing:))
    let since = try argument(since, BookDate.init(parsing:))
    let kind = try argument(kind, Member.Kind.init(parsing:))
    let from = try argument(from, BookMonth.init(parsing:))
    let joined = try argument(joined, BookDate.init(parsing:))
    let attributes = try options.attributes()
    var doubts: [Phrase] = []
    try WriteRun(book: book, confirm: confirm, report: report).run(
      saysUnchanged: true,
      { ledger, dryRun in
        let known = try ledger.member(member)
        var profile = known.member.profile
        profile.name = name ?? profile.name
        let membership = try standing.map {
          Member.Membership($0, since: try since ?? ledger.today())
        }
        let changed = try ledger.updateMember(
          member, profile: options.apply(to: profile), attributes: attributes,
          membership: membership,
          kind: kind.map {
            Member.KindChange($0, from: try from ?? ledger.status().openMonth)
          }, joined: joined, reference: note.ref, note: note.value, dryRun: dryRun)
        doubts = try ledger.doubts(about: changed.profile, of: changed.number)
        return MemberSummary(member: changed, savings: known.savings)
      },
      rehearse: { _, changed in
        var rehearsal = Rehearsal(changed, MemberRenderer.self)
        rehearsal.doubt(doubts)
        return rehearsal
      },
      print: { style, changed in
        try report.write(changed, with: MemberRenderer(style))
        announceDoubts(doubts)
      })
  }
}
