import ArgumentParser
import KSPCore

/// `ksp planned`: savings of a fixed amount every month for a term.
struct PlannedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "planned",
    abstract: say(
      "Simpanan berencana: setoran tetap tiap bulan.",
      "Planned savings: a fixed amount every month."),
    discussion: say(
      """
      Contoh:
        ksp berencana syarat berencana --jangka 12 --suku 6%/th --suku-gugur 2%/th
        ksp berencana buka 0001 berencana 100.000 --jangka 12 --ke SUK-0001
        ksp autodebet tambah SUK-0001 BRC-0001 100.000 --hari 5
        ksp berencana daftar
      Tutup bulan mencairkan yang jatuh tempo.
      """,
      """
      Examples:
        ksp planned terms berencana --tenor 12 --rate 6%/y --lapsed-rate 2%/y
        ksp planned open 0001 berencana 100.000 --tenor 12 --to SUK-0001
        ksp order add SUK-0001 BRC-0001 100.000 --day 5
        ksp planned list
      A month end pays out what has matured.
      """),
    subcommands: [
      PlannedListCommand.self, PlannedShowCommand.self, PlannedOpenCommand.self,
      PlannedEndCommand.self, PlannedPayCommand.self, PlannedTermsCommand.self,
      PlannedImportCommand.self,
    ], defaultSubcommand: PlannedListCommand.self, aliases: ["berencana"])
}
