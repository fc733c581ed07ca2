import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp member set`.
struct MemberSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: say("Perbaiki nama atau kontak.", "Correct a name or contact."),
    discussion: say(
      "Contoh: ksp member set 0001 --phone 0812-3456-7890 --yes",
      "Example: ksp member set 0001 --phone 0812-3456-7890 --yes"),
    aliases: ["ubah"])

  @OptionGroup var book: BookOptions
  @OptionGroup var write: WriteOptions
  @OptionGroup var report: ReportOptions
  @Argument(help: .init(say("Nomor anggota.", "Member number."))) var member: String
  @Option(help: .init(say("Nama lengkap.", "Full name."))) var name: String?
  @Option(help: .init(say("Alamat.", "Address."))) var address: String?
  @Option(help: .init(say("Telepon.", "Telephone."))) var phone: String?
  @Option(help: .init(say("NIK atau nomor pajak.", "National or tax number."))) var nationalId:
    String?

  func run() throws {
    try report.prepare()
    try book.withBook(.readWrite) { ledger in
      let known = try ledger.member(member)
      var profile = known.member.profile
      if let name { profile.name = name }
      if let address { profile.address = address }
      if let phone { profile.phone = phone }
      if let nationalId { profile.nationalID = nationalId }
      try write.confirm(["\(known.member.profile.name) (\(member))"])
      guard !write.dryRun else { return write.announceDryRun() }
      let changed = try ledger.updateMember(member, profile: profile)
      try report.write(
        MemberSummary(member: changed, savings: known.savings),
        with: MemberRenderer(report.style(try ledger.settings)))
    }
  }
}
