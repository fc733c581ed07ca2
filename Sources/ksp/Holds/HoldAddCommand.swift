import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp hold add`.
struct HoldAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: say("Blokir simpanan, seluruhnya atau sebagian.", "Hold savings, all or a part."),
    discussion: say(
      """
      Tidak ada yang dibukukan. Yang diblokir tidak bisa ditarik atau dipindah;
      blokir untuk pinjaman berakhir sendiri saat pinjamannya lunas.
      Contoh:
        ksp blokir tambah 0001 500.000 --alasan "Sengketa waris" --sampai 2026-12-31
        ksp blokir tambah SUK-0001 2.000.000 --pinjaman PJ-0003 --alasan "Agunan"
      """,
      """
      Nothing is posted. What is held cannot be withdrawn or moved; a hold for a loan
      ends by itself when the loan is paid.
      Examples:
        ksp hold add 0001 500.000 --reason "Dispute of heirs" --until 2026-12-31
        ksp hold add SUK-0001 2.000.000 --loan PJ-0003 --reason "Security"
      """), aliases: ["tambah"])

  @Argument(help: .say("Rekening atau nomor anggota.", "Account or member.", .savings))
  var account: String
  @Argument(help: .say("Jumlah rupiah.", "Amount in rupiah.", .amount))
  var amount: String?
  @Flag(
    name: .also("semua"),
    help: .say("Seluruh isi rekening.", "All that the account holds."))
  var all = false
  @Option(name: .also("alasan"), help: .say("Alasannya.", "Why.", .text))
  var reason: String
  @Option(
    name: .also("jenis"),
    help: .say(
      "Untuk siapa: \(words(SavingsHold.Kind.self, .indonesian)); bawaan lain.",
      "For whom: \(words(SavingsHold.Kind.self, .english)); default other.", .kind))
  var kind: String?
  @Option(
    name: .also("pinjaman"),
    help: .say("Pinjaman yang dijamin.", "The loan that it secures.", .loan))
  var loan: LoanNumber?
  @Option(
    name: .also("sampai"),
    help: .say("Hari terakhir; bawaan sampai dilepas.", "Last day; default until released.", .date))
  var until: String?
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    guard (amount != nil) != all else {
      throw UsageProblem(
        Phrase(id: "Beri jumlah atau --semua.", en: "Give an amount or --all."),
        advice: Phrase(id: "Pilih salah satu.", en: "Use one of them."))
    }
    let amount = try argument(amount, Rupiah.init(parsing:))
    let until = try argument(until, BookDate.init(parsing:))
    let kind = try kind.map { try choice(SavingsHold.Kind.self, $0) }
    try WriteRun(book: book, confirm: write.confirm, report: report).run(
      { ledger, dryRun in
        try [
          ledger.hold(
            NewHold(
              on: ledger.resolveAccount(account), amount,
              kind: kind ?? (loan == nil ? .other : .loan), reason: reason, loan: loan,
              from: write.bookDate(ledger), until: until), reference: write.reference,
            note: write.note, dryRun: dryRun)
        ]
      },
      rehearse: { _, holds in Rehearsal(holds, HoldListRenderer.self) },
      print: { style, holds in try report.write(holds, with: HoldListRenderer(style)) })
  }
}
