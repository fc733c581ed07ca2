import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp dues take-over`.
struct DuesTakeOverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "take-over",
    abstract: say(
      "Saldo awal wajib: lunas sampai bulan apa, atau berapa tunggakannya.",
      "Where a member stood before: paid until which month, or what was owed."),
    discussion: say(
      "Contoh:\n  ksp tunggakan-wajib saldo-awal 0001 --lunas-sampai 2025-12 --per 2025-12-31",
      "Example: ksp dues take-over 0001 --paid-until 2025-12 --as-of 2025-12-31"),
    aliases: ["saldo-awal"])

  @Argument(help: .say("Nomor anggota.", "Member number.", .member))
  var member: MemberNumber
  @Option(
    name: .also("lunas-sampai"),
    help: .say("Bulan terakhir yang lunas.", "The last month that is paid.", .month))
  var paidUntil: String?
  @Option(
    name: .also("tunggakan"),
    help: .say("Jumlah yang menunggak.", "What is owed.", .amount))
  var arrears: String?
  @Option(
    name: .also("per"),
    help: .say(
      "Keadaan pada hari ini; setoran sampai hari itu sudah termasuk. Bawaan hari ini.",
      "The day on which it was so; payments up to it are contained. Default today.", .date))
  var asOf: String?
  @Option(
    name: .also("produk"),
    help: .say("Produk jenis wajib; bawaan wajib.", "Product; default wajib.", .code))
  var product: ProductCode = "wajib"
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    guard (paidUntil == nil) != (arrears == nil) else {
      throw UsageProblem(
        Phrase(
          id: "Tulis salah satu: --lunas-sampai atau --tunggakan.",
          en: "Give one of them: --paid-until or --arrears."))
    }
    let month = try argument(paidUntil, BookMonth.init(parsing:))
    let amount = try argument(arrears, Rupiah.init(parsing:))
    let standing: DuesTakeover.Standing =
      month.map { .paidUntil($0) } ?? .arrears(amount ?? .zero)
    try WriteRun(book: book, confirm: confirm, report: report).run(
      { ledger, dryRun in
        let takeover = DuesTakeover(
          standing, asOf: try argument(asOf, BookDate.init(parsing:)) ?? ledger.today())
        try ledger.takeOverDues(
          of: member, product: product, takeover, reference: note.ref, note: note.value,
          dryRun: dryRun)
        return try ledger.dues(of: member, asOf: ledger.today())
      },
      rehearse: { _, dues in
        var rehearsal = Rehearsal()
        rehearsal.field("Anggota", "Member", "\(dues.member) \(dues.name)")
        rehearsal.field("Lunas sampai", "Paid until", month?.description)
        rehearsal.field("Tunggakan", "Arrears", amount?.formatted)
        return rehearsal
      },
      print: { style, dues in try report.write(dues, with: DuesCardRenderer(style)) })
  }
}
