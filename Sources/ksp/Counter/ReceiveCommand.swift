import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp receive`.
struct ReceiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive",
    abstract: say("Kas masuk yang bukan milik anggota.", "Cash received that is no member's."),
    discussion: say(
      """
      Contoh:
        ksp daftar-akun nama sewa 4-1200
        ksp kas-masuk 250.000 --nama "Kantin Rini" --akun sewa --keterangan "Januari"
      Titipan untuk orang lain: --akun titipan; yang terbuka: ksp titipan daftar.
      Uang anggota: ksp setor, ksp angsur.
      """,
      """
      Examples:
        ksp chart name rent 4-1200
        ksp receive 250.000 --for "Kantin Bu Rini" --account rent --memo January
      Money held for others: --account 2-1600; what is open: ksp transit list.
      Money of members: ksp deposit, ksp repay.
      """), aliases: ["kas-masuk"])

  @OptionGroup var cash: OwnCashOptions
  @Option(
    name: .also("ke"),
    help: .say(
      "Kas atau bank yang menerima; bawaan kas.", "Cash or bank that takes it; default cash.",
      .account))
  var to: String?

  func run() throws { try cash.run(till: to, Ledger.receive) }
}
