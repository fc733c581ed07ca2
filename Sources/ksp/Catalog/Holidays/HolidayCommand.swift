import ArgumentParser
import KSPCore

/// `ksp holiday`.
struct HolidayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "holiday", abstract: say("Hari libur.", "Days without business."),
    discussion: say(
      """
      Contoh:
        ksp libur tambah 2026-08-17 "Hari Kemerdekaan"
        ksp libur impor libur-2026.csv
      Jatuh tempo bergeser menurut produknya (--geser); rencana yang sudah ada tetap.
      """,
      """
      Example:
        ksp holiday add 2026-08-17 "Independence Day"
        ksp holiday import holidays-2026.csv
      Due dates are shifted as the product says (--shift); plans that exist stay.
      """),
    subcommands: [
      HolidayAddCommand.self, HolidayImportCommand.self, HolidayListCommand.self,
    ], aliases: ["libur"])
}
