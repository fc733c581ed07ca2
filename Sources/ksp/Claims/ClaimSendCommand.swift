import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp claim send`.
struct ClaimSendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send",
    abstract: say(
      "Buat daftar potongan sebulan untuk juru bayar.", "Make the list of a month for the payer."),
    discussion: say(
      """
      Isinya wajib yang terutang dan angsuran yang jatuh tempo sampai akhir bulan,
      dengan tunggakan dan denda. Belum ada yang dibukukan.
      Contoh:
        ksp potong-gaji kirim 2026-10 --kelompok "SMPN 2" --csv excel -o tagihan.csv
      """,
      """
      It asks for the dues that are owed and what falls due on loans until the month
      ends, with arrears and late fees. Nothing is booked yet.
      Example: ksp claim send 2026-10 --group "SMPN 2" --csv excel -o claim.csv
      """), aliases: ["kirim"])

  @Argument(
    help: .say("Bulan gaji; bawaan bulan ini.", "Month of the pay; default this one.", .month))
  var month: String?
  @Option(
    name: .also("juru-bayar"),
    help: .say(
      "Akun juru bayar; boleh tanpa kalau hanya satu.", "Account of the payer; not needed for one.",
      .account))
  var payer: String?
  @Option(
    name: .also("kelompok"),
    help: .say("Hanya kelompok (unit) ini.", "Members of this group (unit) only.", .name))
  var group: String?
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let asked = try argument(month, BookMonth.init(parsing:))
    let payer = try argument(payer, AccountCode.init)
    try WriteRun(book: book, confirm: write.confirm, report: report).run(
      { ledger, dryRun in
        let date = try write.bookDate(ledger)
        return try ledger.sendClaim(
          to: payer, for: asked ?? date.month, group: group, on: date, reference: write.reference,
          note: write.note, dryRun: dryRun)
      },
      rehearse: { _, claim in
        var rehearsal = Rehearsal(claim, ClaimRenderer.self)
        rehearsal.doubt(Self.doubts(claim))
        return rehearsal
      },
      print: { style, claim in
        try report.write(claim, with: ClaimRenderer(style))
        announceDoubts(Self.doubts(claim))
      })
  }

  /// That a month was asked of the same members before.
  private static func doubts(_ claim: PayrollClaim) -> [Phrase] {
    guard !claim.repeats.isEmpty else { return [] }
    let lists = claim.repeats.map(String.init).joined(separator: ", ")
    return [
      Phrase(
        id: "Bulan \(claim.month) sudah ditagihkan kepada anggota yang sama: tagihan \(lists). "
          + "Tagihan ini menggantikannya untuk mereka.",
        en: "The month \(claim.month) was asked of the same members before: claim \(lists). "
          + "This one takes its place for them.")
    ]
  }
}
