import ArgumentParser
import KSPCore

/// `ksp loan collateral`.
struct CollateralCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collateral",
    abstract: say(
      "Agunan yang menyusul, dan pengembaliannya.", "Later collateral, and its return."),
    discussion: say(
      """
      Contoh:
        ksp pinjaman agunan tambah PJ-0001 "kendaraan=15000000:BPKB H-1234"
        ksp pinjaman agunan kembalikan PJ-0001
      """,
      """
      Example:
        ksp loan collateral add PJ-0001 "vehicle=15000000:BPKB H-1234"
        ksp loan collateral release PJ-0001
      """),
    subcommands: [CollateralAddCommand.self, CollateralReleaseCommand.self], aliases: ["agunan"])
}
