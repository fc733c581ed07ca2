import ArgumentParser
import KSPCore

/// The bases of members, where the book does not have them.
struct ShuBasesOption: ParsableArguments {
  @Option(
    name: .also("anggota"),
    help: .say(
      "CSV dasar anggota (member,name,capital,activity), untuk tahun sebelum buku.",
      "CSV of bases (member,name,capital,activity), for a year before the book.", .file))
  var members: String?

  /// The bases of the file; nil where none was named.
  func value() throws -> [ShuBase]? {
    try members.map { try ShuBase.read(csv: try TextFile.sheet($0).text, file: $0) }
  }
}
