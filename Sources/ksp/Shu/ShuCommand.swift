import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp shu`.
struct ShuCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shu",
    abstract: say(
      "SHU setahun: diputuskan, dibagi, dibayar.", "The SHU of a year: decided, divided, paid."),
    discussion: say(
      """
      Contoh sesudah rapat anggota mengesahkan tahun buku:
        ksp shu putusan 2025 --tanggal 2026-03-20 --keputusan 04/RAT/2026 \\
          --modal 25% --usaha 30% --bagian cadangan=40% --akun cadangan=3-2000 \\
          --bagian sosial=5% --akun sosial=2-1520
        ksp shu simulasi 2025
        ksp shu bukukan 2025
        ksp shu bayar 2025 --ke sukarela
        ksp shu slip 2025 -o slip.html
      """,
      """
      Examples once the members' meeting has ratified the year:
        ksp shu decide 2025 --date 2026-03-20 --decision 04/RAT/2026 \\
          --capital 25% --activity 30% --share cadangan=40% \\
          --account cadangan=3-2000 \\
          --share sosial=5% --account sosial=2-1520
        ksp shu simulate 2025
        ksp shu post 2025
        ksp shu pay 2025 --to sukarela
        ksp shu slip 2025 -o slips.html
      """),
    subcommands: [
      ShuDecideCommand.self, ShuSimulateCommand.self, ShuPostCommand.self, ShuPayCommand.self,
      ShuUnclaimedCommand.self, ShuListCommand.self, ShuSlipCommand.self,
      ShuFundPayCommand.self, ShuFundCommand.self,
    ], aliases: ["sisa-hasil-usaha"])
}
