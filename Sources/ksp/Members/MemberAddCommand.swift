import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp member add`.
struct MemberAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: say("Catat anggota baru.", "Add a member."),
    discussion: say(
      "Contoh: ksp anggota tambah \"Siti Aminah\" --pokok 100000 --wajib 25000",
      "Example: ksp member add \"Siti Aminah\" --pokok 100000 --wajib 25000"),
    aliases: ["tambah"])

  @Argument(help: .say("Nama lengkap.", "Full name.", .name))
  var name: String?
  @Option(
    name: .also("nomor"),
    help: .say(
      "Nomor anggota; bawaan nomor berikutnya.", "Member number; default the next.", .number))
  var number: MemberNumber?
  @Option(
    name: .also("jenis"),
    help: .say(
      "orang (bawaan) atau badan.", "individual (the default) or organization.", .kind))
  var kind: String?
  @Option(
    name: .also("status"),
    help: .say(
      "calon, anggota (bawaan) atau luar-biasa.",
      "prospective, member (the default) or honorary.",
      Phrase(id: "calon|anggota|luar-biasa", en: "prospective|member|honorary")))
  var standing: String?
  @OptionGroup var options: MemberOptions
  @Option(
    help: .say("Simpanan pokok yang dibayar.", "Simpanan pokok paid.", .amount))
  var pokok: String?
  @Option(
    help: .say("Simpanan wajib pertama.", "First simpanan wajib.", .amount))
  var wajib: String?
  @Option(
    name: .also("uang-pangkal"),
    help: .say("Uang pangkal.", "Entrance fee.", .amount))
  var entranceFee: String?
  @OptionGroup var till: TillOptions
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    func money(_ text: String?) throws -> Rupiah {
      try argument(text, Rupiah.init(parsing:)) ?? .zero
    }
    let memberKind = try argument(kind, Member.Kind.init(parsing:)) ?? .individual
    let name = try Question("Nama lengkap?", "Full name?").answer(name) { $0 }
    // Who sits at a terminal and said nothing of what is paid is asked for it; Enter is nothing.
    let isUnsaid = pokok == nil && wajib == nil && write.confirm.asks
    let asksPaid = self.name == nil || (isUnsaid && Terminal.isInteractive)
    func paid(_ given: String?, _ question: Question) throws -> Rupiah {
      guard asksPaid, given == nil else { return try money(given) }
      var question = question
      question.acceptsEmpty = true
      return try question.answer(nil) { try money($0.isEmpty ? nil : $0) }
    }
    let pokok = try paid(
      pokok, Question("Simpanan pokok? (Enter: tidak ada)", "Simpanan pokok? (Enter: none)"))
    let wajib = try paid(
      wajib, Question("Simpanan wajib? (Enter: tidak ada)", "Simpanan wajib? (Enter: none)"))
    let fee = try money(entranceFee)
    let total = try pokok + wajib + fee
    let profile = try options.apply(to: MemberProfile(name: name, kind: memberKind))
    let standing = try argument(standing, Member.Standing.init(parsing:)) ?? .member
    let attributes = try options.attributes().compactMapValues(\.self)
    var doubts: [Phrase] = []
    try WriteRun(book: book, confirm: write.confirm, report: report).run(
      { ledger, dryRun in
        let new = try ledger.addMember(
          NewMember(
            number: number, profile: profile, joinedOn: write.bookDate(ledger), as: standing,
            attributes: attributes, pokok: pokok, wajib: wajib, entranceFee: fee,
            reference: write.reference, note: till.note(write)), dryRun: dryRun)
        doubts = try ledger.doubts(about: profile, of: new.member.number)
        return new
      },
      rehearse: { _, new in
        var rehearsal = Rehearsal(new.receipt?.isReplay == true ? .nothingToDo : .mild)
        rehearsal.field("Anggota baru", "New member", "\(new.member.number)   \(name)")
        rehearsal.field("Tanggal masuk", "Joins on", say(new.member.joinedOn.inWords))
        rehearsal.field("Membayar", "Pays", total.formatted)
        rehearsal.field("Terbilang", "In words", total.isZero ? nil : say(total.inWords))
        rehearsal.doubt(doubts)
        return rehearsal
      },
      print: { style, new in
        if let receipt = new.receipt {
          try report.write(receipt, with: ReceiptRenderer(style))
        } else {
          try report.write(
            MemberSummary(member: new.member, savings: []), with: MemberRenderer(report.style()))
        }
        announceDoubts(doubts)
        Terminal.message(
          say("Nomor anggota: \(new.member.number)", "Member number: \(new.member.number)"))
      })
  }
}
