import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp member list`.
struct MemberListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("Daftar anggota dan simpanannya.", "Members and their savings."),
    discussion: say(
      """
      Contoh:
        ksp anggota daftar --bentuk csv -o anggota.csv
        ksp anggota daftar --per 2026-06-30 --produk sukarela --kelompok Pasar
      """,
      """
      Examples:
        ksp member list --format csv -o members.csv
        ksp member list --as-of 2026-06-30 --product sukarela --group Pasar
      """),
    aliases: ["daftar"])

  @Flag(name: .also("semua"), help: .say("Juga yang sudah keluar.", "Those who have left too."))
  var all = false
  @Option(
    name: .also("per"),
    help: .say("Keadaan pada tanggal ini; bawaan hari ini.", "As of a day; default today.", .date))
  var asOf: String?
  @Option(
    name: .also("produk"),
    help: .say("Hanya simpanan produk ini.", "Savings in this product only.", .code))
  var product: ProductCode?
  @Option(
    name: .also("kelompok"),
    help: .say("Hanya kelompok (unit) ini.", "Members of this group (unit) only.", .name))
  var group: String?
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let date = try argument(asOf, BookDate.init(parsing:))
    try book.withBook(.readOnly) { ledger in
      if date != nil || product != nil || group != nil {
        _ = try report.write(ledger, with: MembersOnDayRenderer.self) { book in
          try book.members(
            asOf: date ?? book.today(), group: group, product: product, includingLeft: all)
        }
        return
      }
      _ = try report.write(ledger, with: MemberListRenderer.self) { book in
        try book.members(includingLeft: all)
      }
    }
  }
}
