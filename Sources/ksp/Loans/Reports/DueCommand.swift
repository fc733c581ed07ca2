import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp due`.
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: say("Daftar tagihan angsuran.", "Installments due in a period."),
    discussion: say(
      """
      Contoh:
        ksp tagihan --dari 2026-02-01 --sampai 2026-02-28
        ksp tagihan --per-anggota --csv excel -o tagihan.csv
        ksp tagihan --per-anggota --kelompok Pasar --kolektor Joko
        ksp tagihan --kirim --csv program -o kirim.csv
      Tanpa --dari dan --sampai: bulan yang terbuka.
      """,
      """
      Examples:
        ksp due --from 2026-02-01 --to 2026-02-28
        ksp due --per-member --csv excel -o due.csv
        ksp due --per-member --group Pasar --collector Joko
        ksp due --reminders --csv program -o send.csv
      Without --from and --to: the open month.
      """), aliases: ["tagihan"])

  @OptionGroup(title: Headings.period) var days: DayRange
  @Flag(
    name: .also("per-anggota"),
    help: .say(
      "Satu baris per anggota, dengan telepon, tunggakan dan denda.",
      "A line per member, with telephone, arrears and late fees."))
  var perMember = false
  @Option(
    name: .also("kelompok"),
    help: .say("Hanya kelompok (unit) ini.", "Members of this group (unit) only.", .name))
  var group: String?
  @Option(
    name: .also("kolektor"),
    help: .say("Hanya anggota kolektor ini.", "Members of this collector only.", .name))
  var collector: String?
  @Flag(
    name: .also("kirim"),
    help: .say("Satu baris untuk dikirim per anggota.", "A line to send to each member."))
  var reminders = false
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      func list(_ book: Ledger) throws -> DueList {
        try book.dueInstallments(
          in: try days.period(book), group: group, collector: collector)
      }
      if reminders {
        _ = try report.write(ledger, with: DebtorReminderRenderer.self, list)
        return
      }
      _ =
        perMember
        ? try report.write(ledger, with: DebtorListRenderer.self, list)
        : try report.write(ledger, with: DueListRenderer.self, list)
    }
  }
}
