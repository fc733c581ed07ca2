import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp dues exempt`.
struct DuesExemptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exempt",
    abstract: say(
      "Bebaskan anggota dari wajib beberapa bulan.", "Exempt a member from dues for some months."),
    discussion: say(
      """
      Contoh:
        ksp tunggakan-wajib bebaskan 0001 --mulai 2026-02 --sampai 2026-04 \\
          --alasan "rapat 3"
      """,
      """
      Example:
        ksp dues exempt 0001 --from 2026-02 --until 2026-04 --reason "meeting 3"
      """),
    aliases: ["bebaskan"])

  @Argument(help: .say("Nomor anggota.", "Member number.", .member))
  var member: MemberNumber
  @Option(name: .also("mulai"), help: .say("Bulan pertama.", "The first month.", .month))
  var from: String
  @Option(
    name: .also("sampai"),
    help: .say(
      "Bulan terakhir; tanpa ini seterusnya.", "The last month; without it for good.", .month))
  var until: String?
  @Option(name: .also("alasan"), help: .say("Alasannya.", "Why.", .text))
  var reason: String
  @Option(
    name: .also("produk"),
    help: .say("Produk jenis wajib; bawaan wajib.", "Product; default wajib.", .code))
  var product: ProductCode = "wajib"
  @Flag(
    name: .also("cabut"),
    help: .say("Cabut pembebasan bulan-bulan itu.", "Take an exemption of these months back."))
  var lift = false
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let first = try argument(from, BookMonth.init(parsing:))
    let last = try argument(until, BookMonth.init(parsing:))
    try WriteRun(book: book, confirm: confirm, report: report).run(
      { ledger, dryRun in
        try ledger.exemptFromDues(
          member, product: product, from: first, until: last, reason: reason, lifts: lift,
          reference: note.ref, note: note.value, dryRun: dryRun)
        return try ledger.dues(of: member, asOf: ledger.today())
      },
      rehearse: { _, dues in
        var rehearsal = Rehearsal()
        rehearsal.field("Anggota", "Member", "\(dues.member) \(dues.name)")
        rehearsal.field(
          lift ? "Menagih lagi" : "Bebas", lift ? "Owes again" : "Exempt",
          "\(first) – \(last?.description ?? "…")")
        rehearsal.field("Alasan", "Reason", reason)
        return rehearsal
      },
      print: { style, dues in try report.write(dues, with: DuesCardRenderer(style)) })
  }
}
