import ArgumentParser
import KSPCore

/// `ksp order`: what members have taken from their savings every month.
struct OrderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "order",
    abstract: say(
      "Autodebet dari simpanan anggota.", "Standing orders on savings of members."),
    discussion: say(
      """
      Contoh:
        ksp autodebet tambah 0001 wajib --hari 25
        ksp autodebet tambah 0001 PJ-0003 --hari akhir
        ksp autodebet tambah SUK-0001 SUK-0001-02 50.000 --hari 5
        ksp autodebet jalankan
      Tutup bulan menjalankan yang belum.
      """,
      """
      Examples:
        ksp order add 0001 wajib --day 25
        ksp order add 0001 PJ-0003 --day end
        ksp order add SUK-0001 SUK-0001-02 50.000 --day 5
        ksp order run
      A month end carries out what was not yet.
      """),
    subcommands: [
      OrderListCommand.self, OrderShowCommand.self, OrderAddCommand.self, OrderEndCommand.self,
      OrderRunCommand.self, OrderMissedCommand.self,
    ], defaultSubcommand: OrderListCommand.self, aliases: ["autodebet"])
}
