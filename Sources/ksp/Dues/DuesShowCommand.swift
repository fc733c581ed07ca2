import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// What showing the dues of a member takes.
struct DuesCardOptions: ParsableArguments {
  @Argument(help: .say("Nomor anggota.", "Member number.", .member))
  var member: MemberNumber
  @Option(
    name: .also("per"),
    help: .say("Keadaan pada tanggal ini; bawaan hari ini.", "As of a day; default today.", .date))
  var asOf: String?
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: DuesCardRenderer.self) { book in
        try book.dues(
          of: member, asOf: argument(asOf, BookDate.init(parsing:)) ?? book.today())
      }
    }
  }
}

/// `ksp dues show`.
struct DuesShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say("Kartu wajib seorang anggota.", "The dues of a member, month by month."),
    discussion: say("Contoh: ksp tunggakan-wajib kartu 0001", "Example: ksp dues show 0001"),
    aliases: ["kartu"])

  @OptionGroup var card: DuesCardOptions

  func run() throws { try card.run() }
}

/// `ksp dues-card`: the same, at the top, under the name that the paper bears.
struct DuesCardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dues-card",
    abstract: say("Kartu wajib seorang anggota.", "The dues of a member, month by month."),
    discussion: say("Contoh: ksp kartu-wajib 0001", "Example: ksp dues-card 0001"),
    aliases: ["kartu-wajib"])

  @OptionGroup var card: DuesCardOptions

  func run() throws { try card.run() }
}
