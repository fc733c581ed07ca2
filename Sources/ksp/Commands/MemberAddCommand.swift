import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp member add`.
struct MemberAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: say("Catat anggota baru.", "Add a member."),
    discussion: say(
      "Contoh: ksp member add \"Siti Aminah\" --pokok 100000 --wajib 25000",
      "Example: ksp member add \"Siti Aminah\" --pokok 100000 --wajib 25000"), aliases: ["tambah"])

  @OptionGroup var book: BookOptions
  @OptionGroup var write: WriteOptions
  @OptionGroup var report: ReportOptions
  @Argument(help: .init(say("Nama lengkap.", "Full name."))) var name: String
  @Option(
    help: .init(say("Nomor anggota; bawaan nomor berikutnya.", "Member number; default the next.")))
  var number: String?
  @Option(help: .init(say("individual atau organization.", "individual or organization.")))
  var kind: String = "individual"
  @Option(help: .init(say("Alamat.", "Address."))) var address: String?
  @Option(help: .init(say("Telepon.", "Telephone."))) var phone: String?
  @Option(help: .init(say("NIK atau nomor pajak.", "National or tax number."))) var nationalId:
    String?
  @Option(
    help: .init(say("Simpanan pokok yang dibayar.", "Simpanan pokok paid."), valueName: "amount"))
  var pokok: String?
  @Option(help: .init(say("Simpanan wajib pertama.", "First simpanan wajib."), valueName: "amount"))
  var wajib: String?
  @Option(help: .init(say("Uang pangkal.", "Entrance fee."), valueName: "amount")) var entranceFee:
    String?

  func run() throws {
    try report.prepare()
    guard let memberKind = Member.Kind(rawValue: kind) else {
      throw ValidationError(say("Jenis “\(kind)” tidak ada.", "No kind “\(kind)”."))
    }
    func money(_ text: String?) throws -> Rupiah {
      try text.map { text in try argument { try Rupiah(parsing: text) } } ?? .zero
    }
    let profile = MemberProfile(
      name: name, kind: memberKind, address: address, phone: phone, nationalID: nationalId)
    let parts = try (pokok: money(pokok), wajib: money(wajib), fee: money(entranceFee))
    try book.withBook(.readWrite) { ledger in
      let new = NewMember(
        number: number, profile: profile, joinedOn: try write.bookDate(ledger),
        pokok: parts.pokok, wajib: parts.wajib, entranceFee: parts.fee, note: write.note)
      let total = try parts.pokok + parts.wajib + parts.fee
      try write.confirm([
        "\(name)   \(new.joinedOn.inWords[Speech.language])", total.formatted,
        total.inWords[Speech.language],
      ])
      let (member, receipt) = try ledger.addMember(new, dryRun: write.dryRun)
      if let receipt {
        try report.write(receipt, with: ReceiptRenderer(report.style(try ledger.settings)))
      } else {
        try report.write(
          MemberSummary(member: member, savings: []), with: MemberRenderer(report.style()))
      }
      Terminal.message(say("Nomor anggota: \(member.number)", "Member number: \(member.number)"))
      write.announceDryRun()
    }
  }
}
