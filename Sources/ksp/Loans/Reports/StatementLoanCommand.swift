import ArgumentParser
import KSPCore

/// `ksp statement loan`.
struct StatementLoanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "loan", abstract: say("Kartu pinjaman.", "The card of a loan."),
    discussion: say(
      """
      Contoh: ksp rekening pinjaman PJ-0001 --keluaran kartu.html
      Cetak ulang: --diketahui dengan peristiwa dan --per dengan tanggal di kartunya.
      """,
      """
      Example: ksp statement loan PJ-0001 --output card.html
      To print it again: --known-at the event and --as-of the day that stand on the
      card.
      """),
    aliases: ["pinjaman"])

  @OptionGroup var card: LoanCardOptions

  func run() throws { try card.run() }
}
