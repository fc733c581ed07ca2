import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp pay`.
struct PayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pay",
    abstract: say("Kas keluar yang bukan milik anggota.", "Cash paid that is no member's."),
    discussion: say(
      """
      Contoh:
        ksp daftar-akun nama listrik 5-2100
        ksp kas-keluar 350.000 --nama PLN --akun listrik --keterangan "Oktober"
      Akunnya kode akun, nama akun atau nama yang disimpan. Titipan orang lain:
      --akun titipan. Uang anggota: ksp tarik, ksp cairkan.
      """,
      """
      Examples:
        ksp chart name listrik 5-2100
        ksp pay 350.000 --for PLN --account listrik --memo October
      The account is a code, its name, or a name that is kept for one. Money held for
      others: --account 2-1600. Money of members: ksp withdraw, ksp disburse.
      """), aliases: ["kas-keluar"])

  @OptionGroup var cash: OwnCashOptions
  @Option(
    name: .also("dari"),
    help: .say(
      "Kas atau bank yang membayar; bawaan kas.", "Cash or bank that pays; default cash.",
      .account))
  var from: String?

  func run() throws { try cash.run(till: from, Ledger.pay) }
}
