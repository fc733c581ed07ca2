import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// Where the papers that are handed over together go, and in which form.
struct PackOptions: ParsableArguments {
  @Option(
    name: [.customShort("o"), .long, .customLong("keluaran")],
    help: .say(
      "Folder untuk laporan-laporannya; dibuat bila belum ada.",
      "The folder for the papers; made where there is none.", .file))
  var output: String
  @Flag(
    name: .also("ganti"),
    help: .say("Ganti berkas yang sudah ada.", "Replace files that are there."))
  var replace = false
  @Option(
    name: .also("bentuk"),
    help: .init(
      say("Bentuk; bawaan html.", "Form; default html."),
      valueName: OutputFormat.allCases.map(\.rawValue).joined(separator: "|")))
  var format: String?
  @Option(
    name: .also("kertas"),
    help: .init(
      say("Kertas untuk html; bawaan a4.", "Paper for html; default a4."),
      valueName: Paper.allCases.map(\.rawValue).joined(separator: "|")))
  var paper: String?

  /// The folder, made where it was not there.
  func folder() throws -> PackFolder {
    PackFolder(
      path: output, replaces: replace,
      form: try format.map { try choice(OutputFormat.self, $0) } ?? .html,
      paper: try paper.map { try choice(Paper.self, $0) } ?? .a4)
  }
}
