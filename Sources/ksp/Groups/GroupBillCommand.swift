import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp group bill`.
struct GroupBillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bill",
    abstract: say("Tagihan sebulan satu kelompok.", "What a group pays for a month."),
    discussion: say(
      """
      Wajib yang terutang dan angsuran sampai akhir bulan, dengan tunggakan dan
      denda, dalam satu jumlah; pembagian di dalam kelompok sebagai catatan. Tidak
      ada yang dibukukan.
      Contoh: ksp kelompok tagihan Mawar 2026-03
      """,
      """
      Dues that are owed and installments until the month ends, with arrears and
      late fees, in one sum; the split inside the group is a memo. Nothing is
      booked.
      Example: ksp group bill Mawar 2026-03
      """), aliases: ["tagihan"])

  @Argument(
    help: .say("Nama kelompok (unit).", "Name of the group (unit).", .name))
  var group: String
  @OptionGroup var month: MonthArgument
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let month = try month.value()
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: GroupBillRenderer.self) {
        try $0.groupBill(group, for: month)
      }
    }
  }
}
