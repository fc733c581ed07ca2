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
      Kolom yang perlu: nama, masuk. Kolom lain: nomor, jenis, status, nik, npwp,
      tempat_lahir, tanggal_lahir, jenis_kelamin, pekerjaan, alamat, telepon,
      ahli_waris, hubungan, unit, id_luar, catatan.
      Contoh: ksp anggota impor anggota.csv
      """,
      """
      Columns needed: name, joined. Others: number, kind, standing, nik, npwp,
      birth_place, birth_date, gender, occupation, address, phone, heir,
      heir_relation, unit, external_id, remarks.
      Example: ksp member import members.csv
      """), aliases: ["impor"])

  @OptionGroup var options: ImportOptions

  func run() throws {
    try options.run { ledger, text, dryRun, progress in
      try ledger.importMembers(
        csv: text, file: options.file, note: options.note, dryRun: dryRun, progress: progress)
    }
  }
}
