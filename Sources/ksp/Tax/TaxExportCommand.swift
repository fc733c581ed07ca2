import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp tax export`.
struct TaxExportCommand: ParsableCommand {
  /// The forms of the file for the tax office.
  enum Form: String, CaseIterable {
    case xml = "coretax-xml"
    case csv = "coretax-csv"

    /// How names of files in this form end.
    var ending: String {
      switch self {
      case .xml: "xml"
      case .csv: "csv"
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: say("Berkas PPh untuk Coretax.", "The file of the tax for Coretax."),
    discussion: say(
      """
      Contoh: ksp pajak ekspor 2026-10 --format coretax-xml -o pph.xml
      Yang ditolak ksp pajak periksa tidak diekspor.
      """,
      """
      Example: ksp tax export 2026-10 --format coretax-xml -o tax.xml
      What ksp tax check refuses is not exported.
      """),
    aliases: ["ekspor"])

  @OptionGroup var month: MonthArgument
  @Option(
    name: .also("bentuk"),
    help: .init(
      say(
        "Bentuk; bawaan menurut akhiran --output, atau coretax-xml.",
        "Form; default by the ending of --output, or coretax-xml."),
      valueName: Form.allCases.map(\.rawValue).joined(separator: "|")))
  var format: String?
  @Flag(
    name: .also("nik-sementara"),
    help: .say(
      "Anggota tanpa NIK yang mungkin memakai \(CoretaxRow.temporaryNumber).",
      "Members without a possible NIK go out as \(CoretaxRow.temporaryNumber)."))
  var temporaryNik = false
  @OptionGroup(title: Headings.result) var target: OutputOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  private var request: OutputRequest {
    target.request(
      chosen: format,
      of: Form.allCases.map { .init(name: $0.rawValue, endings: [$0.ending]) })
  }

  func validate() throws {
    // Another form is refused by name when the command runs.
    if format.map({ Form(rawValue: $0) != nil }) ?? true { OutputCheck.note(request) }
  }

  func run() throws {
    let month = try month.value()
    let form = try (format ?? request.formOfEnding).map { try choice(Form.self, $0) } ?? .xml
    try book.withBook(.readOnly) { ledger in
      let file = try ledger.coretaxFile(month, temporaryNumbers: temporaryNik)
      try Sink.fill(request) { sink in
        switch form {
        case .xml: file.writeXML(into: &sink.buffer)
        case .csv: file.writeCSV(into: &sink.buffer)
        }
      }
      announce(file)
    }
  }

  private func announce(_ file: CoretaxFile) {
    if let output = target.output, output != "-" {
      Terminal.message(
        say(
          "\(file.rows.count) bukti potong ditulis ke \(output).",
          "\(file.rows.count) slips written to \(output)."))
    }
    if !file.temporary.isEmpty {
      let list = file.temporary.map(\.text).joined(separator: ", ")
      Terminal.message(
        say(
          "PERIKSA: dengan nomor sementara, tidak sampai ke anggota: \(list).",
          "CHECK: under the temporary number, which does not reach the member: \(list)."))
    }
    if !file.leftOut.isEmpty {
      let list = file.leftOut.map(\.text).joined(separator: ", ")
      Terminal.message(
        say(
          "Tidak dilaporkan, kurang dari satu rupiah: \(list).",
          "Not reported, below one rupiah: \(list)."))
    }
  }
}
