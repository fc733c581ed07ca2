import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp chart role`.
struct ChartRoleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "role",
    abstract: say("Beri sebuah akun peran.", "Give an account a role."),
    discussion: say(
      """
      Contoh:
        ksp daftar-akun peran biaya-anggota 4-1200
        ksp daftar-akun peran kas-teller 1-1010 --lepas
      Peran: \(words(AccountRole.self, .indonesian)).
      """,
      """
      Examples:
        ksp chart role fee 4-1200
        ksp chart role till 1-1010 --release
      Roles: \(words(AccountRole.self)).
      """),
    aliases: ["peran"])

  @Argument(help: .say("Peran.", "Role.", Phrase(id: "peran", en: "role")))
  var role: String
  @Argument(help: .say("Akun.", "Account.", .account))
  var account: String
  @Flag(
    name: .also("lepas"),
    help: .say("Ambil peran itu dari akunnya.", "Take the role from the account."))
  var release = false
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let role = try choice(AccountRole.self, role)
    let code = try argument(account, AccountCode.init)
    try WriteRun(book: book, confirm: confirm, report: report).run(
      saysUnchanged: true,
      { ledger, dryRun in
        let change = release ? ledger.releaseRole : ledger.assignRole
        let before = try ledger.chart().filter { $0.roles.contains(role) }
        try change(role, code, note.ref, note.value, dryRun)
        return (before, try ledger.chart().filter { $0.roles.contains(role) || $0.code == code })
      },
      rehearse: { _, outcome in
        var rehearsal = Rehearsal()
        let before = outcome.0.map(\.code.text).joined(separator: ", ")
        rehearsal.field("Peran", "Role", say(role.name))
        rehearsal.field("Dipegang", "Held by", before.isEmpty ? nil : before)
        rehearsal.field(
          release ? "Dilepas dari" : "Diberikan ke", release ? "Taken from" : "Given to",
          code.text)
        return rehearsal
      },
      print: { style, outcome in try report.write(outcome.1, with: ChartRenderer(style)) })
  }
}
