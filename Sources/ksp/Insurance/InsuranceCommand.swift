import ArgumentParser
import KSPCore

/// `ksp insurance`: what insurers pay for loans.
struct InsuranceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "insurance",
    abstract: say("Klaim asuransi pinjaman.", "Claims on insurers of loans."),
    discussion: say(
      """
      Contoh:
        ksp angsur PJ-0001 4.000.000 --dari 1-1360 --keterangan "Klaim meninggal"
        ksp asuransi terima JU-000123 3.500.000 --ke 1-1100
      Asuransi adalah akun piutang dengan peran piutang-asuransi; bawaan 1-1360.
      """,
      """
      Examples:
        ksp repay PJ-0001 4.000.000 --from 1-1360 --memo "Claim on death"
        ksp insurance receive JU-000123 3.500.000 --into 1-1100
      An insurer is a receivable with the role insurer; at first 1-1360.
      """),
    subcommands: [InsuranceListCommand.self, InsuranceReceiveCommand.self], aliases: ["asuransi"])
}
