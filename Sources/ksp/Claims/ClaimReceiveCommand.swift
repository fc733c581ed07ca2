import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp claim receive`.
struct ClaimReceiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive",
    abstract: say("Terima uang dari juru bayar.", "Receive money from the payer."),
    discussion: say(
      """
      Uangnya melunasi yang sudah dipotong, yang tertua lebih dulu; kurangnya tetap
      menjadi piutang juru bayar.
      Contoh:
        ksp potong-gaji terima 4.150.000 --ke 1-1100 --referensi "TRF 0611"
        ksp potong-gaji terima 4.150.000 --dari "Bendahara SMPN 2 Toboali"
      """,
      """
      It settles what was deducted, the oldest first; what is missing stays on the
      payer.
      Examples:
        ksp claim receive 4.150.000 --to 1-1100 --ref "TRF 0611"
        ksp claim receive 4.150.000 --from "Treasurer of SMPN 2 Toboali"
      """), aliases: ["terima"])

  @Argument(help: .say("Jumlah rupiah.", "Amount in rupiah.", .amount))
  var amount: String
  @Option(
    name: .also("juru-bayar"),
    help: .say(
      "Akun juru bayar; boleh tanpa kalau hanya satu.", "Account of the payer; not needed for one.",
      .account))
  var payer: String?
  @Option(
    name: .also("ke"),
    help: .say(
      "Kas atau bank yang menerima; bawaan kas.", "Cash or bank that takes it; default cash.",
      .account))
  var to: String?
  @Option(
    name: .also("dari"),
    help: .say(
      "Siapa yang membayar; bawaan juru bayar kelompok tagihannya.",
      "Who pays; default the payer of the group of the lists.", .name))
  var from: String?
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let amount = try argument(amount, Rupiah.init(parsing:))
    let payer = try argument(payer, AccountCode.init)
    let till = try argument(to, AccountCode.init)
    try WriteRun(book: book, confirm: write.confirm, report: report).post(
      rehearse: { ledger, receipt in
        var rehearsal = try CounterRehearsal.of(ledger, receipt)
        let code = receipt.parts.first?.account
        guard let account = try ledger.payerAccounts().first(where: { $0.account == code }) else {
          return rehearsal
        }
        let left = try account.balance - (receipt.isReplay ? .zero : receipt.amount)
        rehearsal.field("Piutang", "Receivable", account.balance.formatted)
        rehearsal.field("Sisa", "Left", left.formatted)
        if left.isNegative {
          rehearsal.line(
            "Lebih dari yang sudah dipotong; lebihnya menunggu daftar berikutnya.",
            "More than was deducted so far; the rest waits for the next list.")
          rehearsal.weight = .severe
        }
        return rehearsal
      },
      { ledger, dryRun in
        try ledger.receiveFromPayer(
          amount, payer, into: till, from: from, on: write.bookDate(ledger),
          reference: write.reference,
          note: write.note, dryRun: dryRun)
      })
  }
}
