import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp till list-in`.
struct TillListInCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list-in",
    abstract: say(
      "Bukukan hasil tagihan petugas lapangan.", "Book what a collector brings back."),
    discussion: say(
      """
      Contoh:
        ksp kasir terima-daftar kolektor-1 --semua
        ksp kasir terima-daftar kolektor-1 1=20.000 2=150.000 5=20.000
        ksp kasir terima-daftar kolektor-1 --daftar kembali.csv
      Berkas dari ksp kasir lihat-daftar bisa diisi: kolom No dan Diterima.
      Setiap baris dibukukan satu kali, ke kas petugas itu. Sesudahnya uangnya
      dihitung: ksp kasir tutup kolektor-1 190.000 --ke brankas
      """,
      """
      Examples:
        ksp till list-in collector-1 --all
        ksp till list-in collector-1 1=20.000 2=150.000 5=20.000
        ksp till list-in collector-1 --list returned.csv
      The file of ksp till list-show can be filled in: columns line and collected.
      Each line is booked once, into the till of the collector. Then the cash is
      counted: ksp till close collector-1 190.000 --to safe
      """), aliases: ["terima-daftar"])

  @Argument(help: .say("Nama kas lapangan.", "Name of the field till.", .name))
  var name: String
  @Argument(
    help: .say(
      "Baris dan yang diterima, misalnya 3=50.000.",
      "Line and what was collected, such as 3=50.000.",
      Phrase(id: "baris=jumlah", en: "line=amount")))
  var lines: [String] = []
  @Flag(
    name: .also("semua"),
    help: .say("Semua baris sesuai tagihannya.", "Every line as it is due."))
  var all = false
  @Option(
    name: .also("daftar"),
    help: .say("Daftar yang kembali (CSV).", "The list returned (CSV).", .file))
  var list: String?
  @OptionGroup var ignore: IgnoreOptions
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    guard [all, !lines.isEmpty, list != nil].count(where: { $0 }) == 1 else {
      throw UsageProblem(
        Phrase(
          id: "Sebut baris yang diterima, atau --semua, atau --daftar.",
          en: "Name the lines that were collected, or give --all or --list."))
    }
    guard write.reference == nil else {
      throw UsageProblem(
        Phrase(
          id: "Setiap baris punya nomor referensinya sendiri; --referensi tidak dipakai.",
          en: "Each line has a reference of its own; --ref is of no use here."))
    }
    let amounts = try amounts()
    let text = try list.map { try TextFile.sheet($0) }
    let understood = UnderstoodSheet()
    try CollectionRun(write: write, report: report, book: book).run { ledger, dryRun in
      let date = try write.bookDate(ledger)
      guard let text else {
        return try ledger.bringCollectionList(
          name, collected: all ? nil : amounts, on: date, note: write.note, dryRun: dryRun)
      }
      var way = ImportWay(note: write.note, dryRun: dryRun)
      way.ignoring = ignore.ignore
      way.understood = understood.show
      return try ledger.importCollection(text, of: name, on: date, way)
    }
  }

  private func amounts() throws -> [Int: Rupiah] {
    let form = Phrase(id: "3=50.000", en: "3=50.000")
    return try lines.reduce(into: [:]) { amounts, line in
      let (number, amount) = try pair(line, form)
      guard let number = Int(number), amounts[number] == nil else {
        throw UsageProblem(
          Phrase(
            id: "“\(line)” bukan baris dan jumlahnya, atau barisnya sudah disebut.",
            en: "“\(line)” is no line with its amount, or the line was named before."))
      }
      amounts[number] = try argument { try Rupiah(parsing: amount) }
    }
  }
}
