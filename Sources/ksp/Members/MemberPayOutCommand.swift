import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp member pay-out`.
struct MemberPayOutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pay-out",
    abstract: say(
      "Bayar simpanan anggota keluar, juga ke ahli waris.",
      "Pay a former member's savings, also to an heir."),
    discussion: say(
      """
      Contoh:
        ksp anggota bayarkan 0001
        ksp anggota bayarkan 0001 500.000 --kepada Rina --hubungan anak \\
          --pengenal "KTP 3201…"
      Tanpa jumlah seluruh sisanya. Tanpa nama: anggotanya, atau ahli waris yang
      tercatat kalau ia meninggal; pengenal adalah milik yang menerima.
      """,
      """
      Examples:
        ksp member pay-out 0001
        ksp member pay-out 0001 500.000 --to Rina --relation child \\
          --identity "KTP 3201…"
      Without an amount all that is left. Without a name: the member, or the heir in
      the register of one who died; the identity is that of who takes it.
      """),
    aliases: ["bayarkan"])

  @Argument(help: .say("Nomor anggota.", "Member number.", .member))
  var member: MemberNumber
  @Argument(
    help: .say("Jumlah; bawaan seluruh sisanya.", "Amount; default all that is left.", .amount))
  var amount: String?
  @Option(
    name: .also("kepada"),
    help: .say("Nama yang menerima.", "The name of who takes it.", .name))
  var to: String?
  @Option(
    name: .also("hubungan"),
    help: .say("Hubungannya dengan anggota.", "What they are to the member.", .text))
  var relation: String?
  @Option(
    name: .also("pengenal"),
    help: .say("Kartu pengenalnya, dengan nomornya.", "The identity card, with its number.", .text))
  var identity: String?
  @Option(
    name: .also("dari"),
    help: .say(
      "Kas atau bank yang membayar; bawaan kas.", "Cash or bank that pays; default cash.",
      .account))
  var from: String?
  @OptionGroup var till: TillOptions
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    guard to != nil || relation == nil else {
      throw UsageProblem(
        Phrase(
          id: "Sebut juga nama penerimanya: --kepada.", en: "Name who takes it as well: --to."))
    }
    let payer = try argument(from, AccountCode.init)
    let amount = try argument(amount, Rupiah.init(parsing:))
    let payee = to.map { LeaverPayee($0, relation: relation) }
    try WriteRun(book: book, confirm: write.confirm, report: report).post { ledger, dryRun in
      try ledger.payLeaver(
        amount, member: member, to: payee, showing: identity, from: payer,
        on: write.bookDate(ledger),
        reference: write.reference, note: till.note(write), dryRun: dryRun)
    }
  }
}
