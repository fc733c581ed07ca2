import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp account open`.
struct AccountOpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: say("Buka rekening lagi untuk anggota.", "Open a further account of a member."),
    discussion: say(
      """
      Contoh: ksp akun buka 0001
      Rekening pertama dibuka oleh setoran pertama; yang kedua menjadi SUK-0001-02.
      """,
      """
      Example: ksp account open 0001
      The first deposit opens the first account; the second one is SUK-0001-02.
      """),
    aliases: ["buka"])

  @Argument(help: .say("Nomor anggota.", "Member number.", .member))
  var member: MemberNumber
  @Option(
    name: .also("produk"),
    help: .say("Kode produk; bawaan sukarela.", "Product code; default sukarela.", .code))
  var product: ProductCode?
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let code = product ?? "sukarela"
    try WriteRun(book: book, confirm: write.confirm, report: report).run(
      { ledger, dryRun in
        let account = try ledger.openAccount(
          member: member, product: code, on: write.bookDate(ledger), reference: write.reference,
          note: write.note,
          dryRun: dryRun)
        let known = try ledger.member(member)
        let name = try ledger.savingsProducts().first { $0.code == code }?.name
        let isKnown = known.savings.contains { $0.account == account }
        let opened = MemberSummary.Savings(
          account: account, product: code,
          productName: name ?? Phrase(id: code.text, en: code.text),
          balance: .zero, closedOn: nil)
        return (
          account,
          MemberSummary(member: known.member, savings: known.savings + (isKnown ? [] : [opened]))
        )
      },
      rehearse: { _, outcome in Rehearsal(outcome.1, MemberRenderer.self) },
      print: { style, outcome in
        try report.write(outcome.1, with: MemberRenderer(style))
        Terminal.message(say("Rekening: \(outcome.0)", "Account: \(outcome.0)"))
      })
  }
}
