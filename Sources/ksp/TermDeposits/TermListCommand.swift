import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp term list`.
struct TermListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say(
      "Daftar berjangka menurut jatuh tempo.", "Term deposits in the order of their maturity."),
    discussion: say(
      "Contoh: ksp berjangka daftar --jatuh-tempo-sebelum 2026-04-01",
      "Example: ksp term list --maturing-before 2026-04-01"), aliases: ["daftar"])

  @Option(
    name: .also("anggota"), help: .say("Hanya anggota ini.", "Of this member only.", .member))
  var member: MemberNumber?
  @Option(
    name: .also("jatuh-tempo-sebelum"),
    help: .say(
      "Hanya yang jatuh tempo sebelum tanggal ini.", "Those that mature before a day.", .date))
  var maturingBefore: String?
  @Flag(
    name: .also("termasuk-cair"),
    help: .say("Juga yang sudah dicairkan.", "Those too that were paid out."))
  var includingEnded = false
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let day = try argument(maturingBefore, BookDate.init(parsing:))
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: TermDepositListRenderer.self) { book in
        try book.termDeposits(
          of: member, maturingBefore: day, includingEnded: includingEnded)
      }
    }
  }
}
