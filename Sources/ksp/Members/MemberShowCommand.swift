import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp member show`.
struct MemberShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say("Satu anggota dan rekeningnya.", "One member and their accounts."),
    discussion: say("Contoh: ksp anggota lihat 0001", "Example: ksp member show 0001"),
    aliases: ["lihat"])

  @Argument(
    help: .say("Nomor anggota.", "Member number.", .member))
  var member: MemberNumber
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: MemberRenderer.self) { book in
        var summary = try book.member(member)
        summary.taxClaim = try book.taxClaim(of: member)
        let shu = try book.shuReceived(by: member)
        summary.shu = shu.isEmpty ? nil : shu
        summary.held = try book.heldSavings(of: member, on: book.today())
        summary.planned = try book.plannedSavings(of: member, on: book.today())
        summary.loans = try book.debts(of: member, asOf: book.today())
        return summary
      }
    }
  }
}
