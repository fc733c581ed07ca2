import ArgumentParser
import KSPCore

/// `ksp settings`: what the book says of its cooperative.
struct SettingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings",
    abstract: say("Pengaturan buku: nomor, alamat, pengurus.", "Numbers, address and officers."),
    discussion: say(
      "Contoh: ksp pengaturan ubah --ketua \"Siti Aminah\"",
      "Example: ksp settings set --chair \"Siti Aminah\""),
    subcommands: [SettingsShowCommand.self, SettingsSetCommand.self],
    aliases: ["pengaturan"])
}
