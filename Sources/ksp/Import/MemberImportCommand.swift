import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp member import`.
struct MemberImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: say("Masukkan anggota dari CSV.", "Bring in members from CSV."),
    discussion: say(
      """
      Kolom: number, name, kind, address, phone, national_id, joined,
      atau nomor, nama, jenis, alamat, telepon, nik, masuk.
      Contoh: ksp anggota impor anggota.csv
      """,
      """
      Columns: number, name, kind, address, phone, national_id, joined.
      Example: ksp member import members.csv
      """), aliases: ["impor"])

  @OptionGroup var options: ImportOptions

  func run() throws {
    try options.run { ledger, text, dryRun, progress in
      try ledger.importMembers(csv: text, file: options.file, dryRun: dryRun, progress: progress)
    }
  }
}
