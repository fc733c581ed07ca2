import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp settings set`.
struct SettingsSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: say("Ubah pengaturan.", "Change the settings."),
    discussion: say(
      "Contoh: ksp pengaturan ubah --npwp 01.234.567.8-901.000 --ketua \"Siti Aminah\"",
      "Example: ksp settings set --npwp 01.234.567.8-901.000 --chair \"Siti Aminah\""),
    aliases: ["ubah"])

  @Option(name: .also("nama"), help: .say("Nama koperasi.", "The cooperative's name.", .name))
  var name: String?
  @OptionGroup var options: SettingsOptions
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try WriteRun(book: book, confirm: confirm, report: report).run(
      saysUnchanged: true,
      { ledger, dryRun in
        var settings = try ledger.settings
        settings.name = name ?? settings.name
        return try ledger.updateSettings(
          options.apply(to: settings), reference: note.ref, note: note.value, dryRun: dryRun)
      },
      rehearse: { _, settings in Rehearsal(settings, BookSettingsRenderer.self) },
      print: { _, settings in
        try report.write(settings, with: BookSettingsRenderer(report.style(settings)))
      })
  }
}
