import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp loan apply`.
struct LoanApplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply", abstract: say("Catat permohonan.", "Take down an application."),
    discussion: say(
      """
      Contoh:
        ksp pinjaman ajukan 0001 12.000.000 --produk menurun --jangka 12 \\
          --jaminan "kendaraan=15000000:BPKB H-1234" --penjamin 0002
      """,
      """
      Example:
        ksp loan apply 0001 12.000.000 --product menurun --term 12 \\
          --collateral "vehicle=15000000:BPKB H-1234" --guarantor 0002
      """), aliases: ["ajukan"])

  @Argument(help: .say("Nomor anggota.", "Member number.", .member))
  var member: MemberNumber?
  @Argument(
    help: .say("Jumlah rupiah, misalnya 500.000.", "Amount in rupiah, such as 500.000.", .amount))
  var amount: String?
  @OptionGroup var request: LoanRequest
  @Option(
    name: .also("tanggal"),
    help: .say("Tanggal permohonan; bawaan hari ini.", "Day; default today.", .date))
  var date: String?
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let member = try Question.member.answer(member?.text) { text in
      MemberNumber(try self.member == nil ? book.memberAnswered(text) : text)
    }
    let amount = try Question.amount.answer(amount) { try argument($0, Rupiah.init(parsing:)) }
    let date = try argument(date, BookDate.init(parsing:))
    let application = try request.application(member, amount, reference: note.ref, note: note.value)
    try WriteRun(book: book, confirm: confirm, report: report).run(
      { ledger, dryRun in
        let asked = application(try date ?? ledger.today())
        return try LoanCard(
          planned: try ledger.applyForLoan(asked, dryRun: dryRun), on: asked.date,
          collaterals: asked.collaterals, guarantors: asked.guarantors)
      },
      rehearse: { _, status in
        var rehearsal = Rehearsal(status, LoanCardRenderer.self)
        rehearsal.warn(status.loan.warnings)
        return rehearsal
      },
      print: { style, status in
        try report.write(status, with: LoanCardRenderer(style))
        pointOut(status.loan.warnings)
        let number = status.loan.number
        Terminal.message(
          say("Nomor pinjaman: \(number)", "Loan number: \(number)"))
      })
  }
}
