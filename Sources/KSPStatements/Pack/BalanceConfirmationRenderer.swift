/// Writes the letter that asks a member to confirm balances (surat konfirmasi saldo).
public struct BalanceConfirmationRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// What the member holds and owes, and places to agree or say what differs.
  public func report(of letter: BalanceConfirmation) -> Report {
    let words = style.words
    let table = ReportTable(
      letter.lines,
      [
        .constant("member", .text(letter.member.text)), .constant("asOf", .date(letter.asOf)),
        .left("code", words.code, 14) { .text($0.code) },
        .left("name", words.description, 26) { .text(words($0.name)) },
        .right("held", words.ownSavings, 17) { .unlessZero($0.isOwed ? .zero : $0.amount) },
        .right("owed", words.owedByMember, 17) { .unlessZero($0.isOwed ? $0.amount : .zero) },
      ])
    return Report(
      "ksp.confirmation/1", title: words.confirmationTitle,
      subject: "\(letter.member) \(letter.name)",
      data: [
        "asOf": .date(letter.asOf), "member": .text(letter.member.text),
        "name": .text(letter.name), "lines": .rows(table),
      ], rows: ReportRows(table),
      blocks: [
        .fields(
          Report.Field(words.to, letter.name),
          Report.Field(words.memberNumber, letter.member.text),
          Report.Field(words.address, letter.address),
          Report.Field(words.asOf, words(letter.asOf.inWords))),
        .note(words.please), .table(table), .note(words.agree), .note(words.disagree),
      ] + style.placed(on: letter.asOf) + [
        .signatures(
          [
            Report.Signature(role: words.signatureMember, name: letter.name),
            Report.Signature(role: words.auditor),
          ], printedOnly: false)
      ])
  }

  /// Writes letters one after another, each on a page of its own.
  public func write(_ letters: [BalanceConfirmation], into output: inout TextOutput) {
    style.write(style.words.confirmationTitle, letters.map { report(of: $0) }, into: &output)
  }
}

extension Wording {
  fileprivate var confirmationTitle: String {
    self("SURAT KONFIRMASI SALDO", "CONFIRMATION OF BALANCES")
  }
  fileprivate var ownSavings: String { self("Simpanan", "Savings") }
  fileprivate var owedByMember: String { self("Pinjaman", "Loan") }
  fileprivate var to: String { self("Kepada", "To") }
  fileprivate var auditor: String { self("Pemeriksa", "Auditor") }
  fileprivate var please: String {
    self(
      "Mohon cocokkan dengan buku Anda dan kembalikan surat ini.",
      "Please compare with your book and return this letter.")
  }
  fileprivate var agree: String {
    self("[   ] Cocok dengan buku saya.", "[   ] It agrees with my book.")
  }
  fileprivate var disagree: String {
    self("[   ] Tidak cocok, karena: ______________", "[   ] It differs, because: ______________")
  }
}
