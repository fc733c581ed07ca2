import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp dues set`.
struct DuesSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: say("Besaran wajib mulai sebuah bulan.", "What is due each month, from a month on."),
    discussion: say(
      "Contoh:\n  ksp tunggakan-wajib tetapkan 20.000 --mulai 2026-01\n  ksp tunggakan-wajib tetapkan 100.000 --mulai 2026-01 --jenis badan",
      "Examples:\n  ksp dues set 20.000 --from 2026-01\n  ksp dues set 100.000 --from 2026-01 --kind organization"
    ),
    aliases: ["tetapkan"])

  @Argument(help: .say("Jumlah per bulan; 0 untuk tidak ada.", "A month; 0 for nothing.", .amount))
  var amount: String
  @Option(
    name: .also("mulai"), help: .say("Bulan pertama.", "The first month.", .month))
  var from: String
  @Option(
    name: .also("produk"),
    help: .say("Produk jenis wajib; bawaan wajib.", "Product; default wajib.", .code))
  var product: ProductCode = "wajib"
  @Option(
    name: .also("jenis"),
    help: .say(
      "Hanya jenis ini: orang, badan, calon, anggota, luar-biasa.",
      "Of this kind only: individual, organization, prospective, member, honorary.", .kind))
  var kind: String?
  @Option(
    name: .also("anggota"),
    help: .say("Hanya anggota ini.", "Of this member only.", .member))
  var member: MemberNumber?
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func validate() throws {
    guard kind == nil || member == nil else {
      throw ValidationError(
        say(
          "Pilih salah satu: --jenis atau --anggota.", "Give one of them: --kind or --member."))
    }
  }

  func run() throws {
    let amount = try argument(amount, Rupiah.init(parsing:))
    let month = try argument(from, BookMonth.init(parsing:))
    let kind = try argument(kind, DueAmount.Scope.init(parsingKind:))
    let scope = kind ?? member.map { .member($0) } ?? .everyone
    try WriteRun(book: book, confirm: confirm, report: report).run(
      { ledger, dryRun in
        let new = try ledger.setDues(
          amount, product: product, for: scope, from: month, reference: note.ref,
          note: note.value, dryRun: dryRun)
        return (new: new, all: try ledger.dueAmounts())
      },
      rehearse: { _, amounts in Rehearsal([amounts.new], DueAmountsRenderer.self) },
      print: { style, amounts in
        try report.write(
          confirm.dryRun ? [amounts.new] : amounts.all, with: DueAmountsRenderer(style))
      })
  }
}
