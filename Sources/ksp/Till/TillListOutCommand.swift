import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp till list-out`.
struct TillListOutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list-out",
    abstract: say(
      "Daftar tagih untuk petugas lapangan.", "What a collector takes out to members."),
    discussion: say(
      """
      Contoh:
        ksp kasir bawa-daftar kolektor-1 --kelompok RT-03 -o daftar.html
        ksp kasir bawa-daftar kolektor-1 --anggota 0001 0002 --simpanan sukarela
      Isinya tunggakan wajib dan angsuran yang jatuh tempo. Kasnya dibuka dulu.
      """,
      """
      Examples:
        ksp till list-out collector-1 --group RT-03 -o list.html
        ksp till list-out collector-1 --member 0001 0002 --savings sukarela
      It has the dues owed and the installments that are due. The till is opened
      first.
      """), aliases: ["bawa-daftar"])

  @Argument(help: .say("Nama kas lapangan.", "Name of the field till.", .name))
  var name: String
  @Option(
    name: .also("kelompok"),
    help: .say("Kelompok yang ditagih.", "The group to go to.", .name))
  var group: String?
  @Option(
    name: .also("anggota"), parsing: .upToNextOption,
    help: .say("Anggota yang ditagih.", "The members to go to.", .member))
  var member: [String] = []
  @Option(
    name: .also("simpanan"), parsing: .upToNextOption,
    help: .say(
      "Simpanan yang boleh disetor juga, tanpa tagihan.",
      "Savings that may be given as well, without a sum.", .code))
  var savings: [ProductCode] = []
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    guard (group == nil) != member.isEmpty else {
      throw UsageProblem(
        Phrase(id: "Sebut --kelompok, atau --anggota.", en: "Name --group, or --member."))
    }
    let round: CollectionRound =
      group.map { .group($0) } ?? .members(member.map { MemberNumber($0) })
    try CollectionRun(write: write, report: report, book: book).run { ledger, dryRun in
      try ledger.takeCollectionList(
        name, round, savings: savings, on: write.bookDate(ledger), reference: write.reference,
        note: write.note,
        dryRun: dryRun)
    }
  }
}

/// The way a list is rehearsed, stored and printed.
struct CollectionRun {
  let write: WriteOptions
  let report: ReportOptions
  let book: BookOptions

  func run(_ store: (Ledger, _ dryRun: Bool) throws -> CollectionList) throws {
    try WriteRun(book: book, confirm: write.confirm, report: report).run(
      saysUnchanged: true, store,
      rehearse: { _, list in Rehearsal(list, CollectionListRenderer.self) },
      print: { style, list in try report.write(list, with: CollectionListRenderer(style)) })
  }
}
