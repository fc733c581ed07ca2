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
      Kolom yang perlu: No. Anggota, Nama, Tanggal Masuk. Kolom lain: jenis,
      status, NIK, NPWP, tempat lahir, tanggal lahir, jenis kelamin, pekerjaan,
      alamat, telepon, ahli waris, hubungan, unit, ID luar, catatan. Nama kolom
      yang lazim dikenal; yang dibaca ditunjukkan sebelum disimpan.
      Contoh: ksp anggota impor anggota.csv
      Berkas contoh: ksp templat anggota
      """,
      """
      Columns needed: number, name, joined. Others: kind, standing, nik, npwp,
      birth_place, birth_date, gender, occupation, address, phone, heir,
      heir_relation, unit, external_id, remarks. Their usual names are known;
      what was read is shown before it is stored.
      Example: ksp member import members.csv
      A file to begin with: ksp template members
      """), aliases: ["impor"])

  @OptionGroup var options: ImportOptions
  @Flag(
    name: .also("beri-nomor"),
    help: .say(
      "Beri nomor kepada anggota yang belum punya, menurut urutan berkas.",
      "Give numbers to members without one, in the order of the file."))
  var assignNumbers = false

  func run() throws {
    try options.run { way in
      way.assignsNumbers = assignNumbers
    } _: { ledger, text, way in
      try ledger.importMembers(text, way)
    }
  }
}
