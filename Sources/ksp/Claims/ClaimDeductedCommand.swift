import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp claim deducted`.
struct ClaimDeductedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deducted",
    abstract: say(
      "Bukukan siapa yang dipotong juru bayar.", "Book whom the payer deducted."),
    discussion: say(
      """
      Rekening anggota yang dipotong bertambah, dan juru bayar berutang jumlahnya.
      Siapa tidak dipotong tetap terbuka dengan namanya.
      Contoh:
        ksp potong-gaji dipotong 1 --semua
        ksp potong-gaji dipotong 1 --kecuali 0003 --kecuali 0007
        ksp potong-gaji dipotong 1 --daftar kembali.csv
      Kolom daftar: No. Anggota, Dipotong; berkas dari ksp potong-gaji lihat bisa
      diisi.
      """,
      """
      The accounts of these members are credited, and the payer owes the sum.
      Who was not deducted stays open by name.
      Examples:
        ksp claim deducted 1 --all
        ksp claim deducted 1 --except 0003 --except 0007
        ksp claim deducted 1 --list returned.csv
      Columns of the list: member, deducted; the file of ksp claim show can be filled
      in.
      """), aliases: ["dipotong"])

  @Argument(help: .say("Nomor tagihan.", "Number of the claim.", .number))
  var claim: Int
  @Flag(name: .also("semua"), help: .say("Semua dipotong.", "All were deducted."))
  var all = false
  @Option(
    name: .also("kecuali"),
    help: .say(
      "Semua kecuali anggota ini; boleh diulang.", "All but this member; may be repeated.",
      .member))
  var except: [MemberNumber] = []
  @Option(
    name: .also("daftar"),
    help: .say("Daftar yang kembali (CSV).", "The list returned (CSV).", .file))
  var list: String?
  @OptionGroup var ignore: IgnoreOptions
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    guard [all, !except.isEmpty, list != nil].count(where: { $0 }) == 1 else {
      throw UsageProblem(
        Phrase(id: "Siapa yang dipotong belum jelas.", en: "It is not clear who was deducted."),
        advice: Phrase(
          id: "Beri salah satu: --semua, --kecuali ANGGOTA, --daftar BERKAS.",
          en: "Give one of --all, --except MEMBER, --list FILE."))
    }
    let text = try list.map { try TextFile.sheet($0) }
    let understood = UnderstoodSheet()
    try WriteRun(book: book, confirm: write.confirm, report: report).run(
      { ledger, dryRun in
        let date = try write.bookDate(ledger)
        guard let text else {
          return try ledger.deduct(
            all ? .all : .allBut(except), ofClaim: claim, on: date, reference: write.reference,
            note: write.note, dryRun: dryRun)
        }
        var way = ImportWay(reference: write.reference, note: write.note, dryRun: dryRun)
        way.ignoring = ignore.ignore
        way.understood = understood.show
        return try ledger.importDeductions(text, ofClaim: claim, on: date, way)
      },
      rehearse: { _, receipt in
        Rehearsal(receipt.claim, ClaimRenderer.self, receipt.isReplay ? .nothingToDo : .mild)
      },
      print: { style, receipt in
        try report.write(receipt.claim, with: ClaimRenderer(style))
        if style.isRehearsal { return }
        let entries = receipt.entries.map(\.description).joined(separator: ", ")
        Terminal.message(
          receipt.isReplay
            ? say(
              "Sudah dibukukan: \(entries). Tidak ada yang berubah.",
              "Already posted: \(entries). Nothing has changed.")
            : say(
              "Dibukukan \(receipt.amount.formatted): \(entries).",
              "Booked \(receipt.amount.formatted): \(entries)."))
      })
  }
}
