import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp dues list`.
struct DuesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say(
      "Siapa menunggak wajib dan siapa di muka.", "Who owes dues, and who has paid ahead."),
    discussion: say(
      "Contoh:\n  ksp tunggakan-wajib --per 2026-04-30 --menunggak\n  ksp tunggakan-wajib --kirim --csv program -o kirim.csv",
      "Examples:\n  ksp dues list --as-of 2026-04-30 --unpaid\n  ksp dues list --reminders --csv program -o send.csv"
    ),
    aliases: ["daftar"])

  @Option(
    name: .also("per"),
    help: .say("Keadaan pada tanggal ini; bawaan hari ini.", "As of a day; default today.", .date))
  var asOf: String?
  @Flag(name: .also("menunggak"), help: .say("Hanya yang menunggak.", "Only who owes."))
  var unpaid = false
  @Option(
    name: .also("kelompok"),
    help: .say("Hanya kelompok (unit) ini.", "Members of this group (unit) only.", .name))
  var group: String?
  @Flag(
    name: .also("termasuk-keluar"),
    help: .say("Juga yang sudah keluar.", "Those who have left too."))
  var includingLeft = false
  @Flag(
    name: .also("kirim"),
    help: .say(
      "Satu baris untuk dikirim per anggota yang menunggak.",
      "A line to send to each member who owes."))
  var reminders = false
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      func list(_ book: Ledger) throws -> DuesList {
        try book.dues(
          asOf: argument(asOf, BookDate.init(parsing:)) ?? book.today(), onlyUnpaid: unpaid,
          group: group, includingLeft: includingLeft)
      }
      if reminders {
        _ = try report.write(ledger, with: DuesReminderRenderer.self, list)
      } else {
        _ = try report.write(ledger, with: DuesListRenderer.self, list)
      }
    }
  }
}
