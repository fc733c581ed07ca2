import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp account set`.
struct AccountSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: say("Atur kas atau bank.", "Set how cash or a bank is held."),
    discussion: say(
      """
      Contoh:
        ksp akun atur 1-1100 --batas 50.000.000
        ksp akun atur 1-1000 --tidak-boleh-minus
      Kas yang tidak boleh minus ditolak di bawah nol pada akhir hari; bank hanya
      diperingatkan, kecuali ada batas yang disepakati.
      """,
      """
      Examples:
        ksp account set 1-1100 --limit 50.000.000
        ksp account set 1-1000 --no-may-be-negative
      Cash that may not be negative is refused below zero at the end of a day; a bank
      is only pointed out, unless a limit was agreed.
      """),
    aliases: ["atur"])

  @Argument(help: .say("Akun kas atau bank.", "Account of cash or a bank.", .account))
  var account: String
  @Flag(
    exclusivity: .exclusive,
    help: .say("Boleh di bawah nol.", "May be below zero."))
  var mayBeNegative: EitherWay<NegativeNames>?
  @Flag(
    exclusivity: .exclusive,
    help: .say("Uangnya di bank.", "The money lies in a bank."))
  var bank: EitherWay<BankNames>?
  @Option(
    name: .also("batas"),
    help: .say(
      "Sejauh mana bank membolehkannya minus.", "How far the bank lets it go below zero.", .amount))
  var limit: String?
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let code = try argument(account, AccountCode.init)
    let limit = try argument(limit, Rupiah.init(parsing:))
    try WriteRun(book: book, confirm: confirm, report: report).run(
      saysUnchanged: true,
      { ledger, dryRun in
        try ledger.setAccount(
          code, mayBeNegative: mayBeNegative?.isYes, isBank: bank?.isYes, agreedLimit: limit,
          reference: note.ref, note: note.value, dryRun: dryRun)
        return try ledger.chart().filter { $0.code == code }
      },
      rehearse: { _, outcome in
        var rehearsal = Rehearsal()
        let name = outcome.first?.name[Speech.language] ?? ""
        rehearsal.field("Akun", "Account", "\(code)   \(name)")
        rehearsal.field("Boleh minus", "May be negative", mayBeNegative.map { yesNo($0.isYes) })
        rehearsal.field("Bank", "Bank", bank.map { yesNo($0.isYes) })
        rehearsal.field("Batas", "Limit", limit?.formatted)
        return rehearsal
      },
      print: { style, outcome in try report.write(outcome, with: ChartRenderer(style)) })
  }

  private func yesNo(_ flag: Bool) -> String { flag ? say("ya", "yes") : say("tidak", "no") }
}

/// Whether an account may be below zero.
enum NegativeNames: EitherWayNames {
  static let english = "may-be-negative"
  static let yes = "boleh-minus"
  static let no = "tidak-boleh-minus"
}

/// Whether the money lies in a bank.
enum BankNames: EitherWayNames {
  static let english = "bank"
  static let yes = "di-bank"
  static let no = "bukan-bank"
}
