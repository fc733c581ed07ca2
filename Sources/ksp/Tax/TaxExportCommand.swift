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
      Contoh:
        ksp pajak ekspor 2026-10 --bentuk coretax-xml -o pph.xml
        ksp pajak ekspor 2026-10 --kecuali 0004 -o pph.xml
      Yang ditolak ksp pajak periksa tidak diekspor. Badan yang tidak punya NPWP
      dipotong dua kali lipat, dan tarif itu tidak ada di berkas: keluarkan
      dengan --kecuali dan rekam bukti potongnya sendiri di Coretax.
      """,
      """
      Examples:
        ksp tax export 2026-10 --format coretax-xml -o tax.xml
        ksp tax export 2026-10 --except 0004 -o tax.xml
      What ksp tax check refuses is not exported. From an organisation that has no
      NPWP twice the rate is withheld, which no file takes: leave it out with
      --except, and enter its slip in Coretax by hand.
      """),
    aliases: ["ekspor"])

  @OptionGroup var month: MonthArgument
  @Option(
    name: .also("bentuk"),
    help: .init(
      say(
        "Bentuk; bawaan menurut akhiran --keluaran, atau coretax-xml.",
        "Form; default by the ending of --output, or coretax-xml."),
      valueName: Form.allCases.map(\.rawValue).joined(separator: "|")))
  var format: String?
  @Flag(
    name: .also("nik-sementara"),
    help: .say(
      "Anggota tanpa NIK yang mungkin memakai \(CoretaxRow.temporaryNumber).",
      "Members without a possible NIK go out as \(CoretaxRow.temporaryNumber)."))
  var temporaryNik = false
  @Option(
    name: .also("kecuali"),
    help: .say(
      "Tanpa bukti potong anggota ini, yang direkam sendiri; berulang.",
      "Without the slip of this member, entered by hand; repeatable.", .member))
  var except: [MemberNumber] = []
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
      let file = try ledger.coretaxFile(
        month, temporaryNumbers: temporaryNik, except: except)
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
    for slip in file.excepted {
      Terminal.message(
        say(
          "PERIKSA: tidak ada di berkas, rekam sendiri di Coretax: \(slip.number), "
            + "\(slip.memberName), dasar \(slip.base.formatted), \(slip.rate.percentText)%, "
            + "PPh \(slip.tax.formatted).",
          "CHECK: not in the file, enter it in Coretax by hand: \(slip.number), "
            + "\(slip.memberName), base \(slip.base.formatted), \(slip.rate.percentText)%, "
            + "tax \(slip.tax.formatted)."))
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
