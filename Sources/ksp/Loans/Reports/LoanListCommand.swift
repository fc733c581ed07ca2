import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp loan list`.
struct LoanListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("Daftar pinjaman dan umur tunggakan.", "Loans, and the age of arrears."),
    discussion: say(
      "Contoh: ksp pinjaman daftar --per 2026-03-31",
      "Example: ksp loan list --as-of 2026-03-31"),
    aliases: ["daftar"])

  @Option(name: .also("anggota"), help: .say("Hanya anggota ini.", "Only this member's.", .member))
  var member: MemberNumber?
  @Option(name: .also("produk"), help: .say("Hanya produk ini.", "Only this product's.", .code))
  var product: ProductCode?
  @Flag(
    name: .also("semua"),
    help: .say(
      "Juga yang lunas, ditolak dan dihapus buku.", "Settled, rejected and written off too."))
  var all = false
  @OptionGroup var register: LoanRegisterOptions

  func run() throws {
    _ = try register.run(LoanListRenderer.self) { ledger, date in
      try ledger.loanRegister(asOf: date, of: member, product: product, includingEnded: all)
    }
  }
}
