import ArgumentParser
import KSPCore
import KSPStatements

/// `ksp loan nominative`.
struct LoanNominativeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nominative",
    abstract: say(
      "Daftar nominatif di samping buku besar.", "Loans by product beside the ledger."),
    discussion: say(
      """
      Contoh: ksp pinjaman nominatif --per 2026-03-31
      Kode keluar 1 kalau jumlah pinjaman berbeda dari buku besar.
      """,
      """
      Example: ksp loan nominative --as-of 2026-03-31
      Exit code 1 if the loans do not add up to what the ledger says.
      """), aliases: ["nominatif"])

  @OptionGroup var register: LoanRegisterOptions

  func run() throws {
    guard try register.run(LoanNominativeRenderer.self).agrees else { throw Exit.differences }
  }
}
