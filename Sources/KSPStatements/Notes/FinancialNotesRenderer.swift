/// Writes the figures of the notes to the statements (catatan atas laporan keuangan).
public struct FinancialNotesRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// A section for each note, then whether it agrees with the accounts behind it.
  public func report(of notes: FinancialNotes) -> Report {
    let words = style.words
    return specification(notes).report(
      of: notes.notes.flatMap { note in note.lines.map { Line(subject: note.subject, line: $0) } },
      subject: words.days(notes.period),
      head: [
        "from": .date(notes.period.first), "to": .date(notes.period.last),
        "previousFrom": .date(notes.previous.first), "previousTo": .date(notes.previous.last),
      ],
      tail: [
        "controls": .list(notes.notes.filter { $0.book != nil }) { note in
          [
            "name": .text(note.subject.rawValue),
            "accounts": .texts(note.book?.accounts.map(\.text) ?? []),
            "amount": .amount(note.book?.amount), "previous": .amount(note.book?.previous),
            "agrees": .flag(note.agrees),
          ]
        }, "agrees": .flag(notes.agrees),
      ],
      above: [
        .fields(
          Report.Field(words.period, words.days(notes.period)),
          Report.Field(words.comparedWith, words.days(notes.previous)))
      ], below: below(notes)
    ).statement(known: notes.known)
  }

  private struct Line {
    let subject: FinancialNotes.Subject
    let line: FinancialNotes.Line
  }

  private func specification(_ notes: FinancialNotes) -> StatementSpecification<Line> {
    let words = style.words
    return StatementSpecification(
      "ksp.notes/1", title: words.notesTitle, lines: "lines",
      columns: [
        .data("code") { .text($0.line.code) },
        .left("label", words.description, 40) { .text(words($0.line.label)) },
        .sum("amount", words.column(notes.period), 17) { .amount($0.line.amount) },
        .sum("previous", words.column(notes.previous), 17) { .amount($0.line.previous) },
      ],
      parts: notes.notes.map { note in
        .section(
          note.subject.rawValue, heading: words.heading(note.subject),
          total: note.subject.isMovement ? words.closingBalance : words.total
        ) { $0.subject == note.subject }
      })
  }

  private func below(_ notes: FinancialNotes) -> [Report.Block] {
    let words = style.words
    let table = ReportTable(
      [
        .left(words.noteTitle, 30), .left(words.code, 26), .right(words.inBook, 18),
      ], notes.notes.filter { $0.book != nil }
    ) { note in
      [
        .text(words.heading(note.subject)),
        .text(note.book?.accounts.map(\.text).joined(separator: ", ") ?? ""),
        .optional(note.book?.amount),
      ]
    }
    return (table.count == 0 ? [] : [.heading(words.behindNotes), .table(table)]) + [
      .verdict(notes.agrees ? words.notesAgree : words.notesDiffer(notes.notes)),
      .note(words.relatedParties), .note(words.known(notes.known)),
      .signatures(words.preparedAndChecked, printedOnly: true),
    ]
  }
}

extension Wording {
  fileprivate var notesTitle: String {
    self("CATATAN ATAS LAPORAN KEUANGAN", "NOTES TO THE FINANCIAL STATEMENTS")
  }
  fileprivate func heading(_ subject: FinancialNotes.Subject) -> String {
    switch subject {
    case .savings: self("SIMPANAN MENURUT PRODUK", "SAVINGS BY PRODUCT")
    case .depositMaturities: self("BERJANGKA MENURUT JATUH TEMPO", "DEPOSITS BY MATURITY")
    case .loans: self("PINJAMAN MENURUT PRODUK", "LOANS BY PRODUCT")
    case .loanClasses: self("PINJAMAN MENURUT GOLONGAN", "LOANS BY CLASS")
    case .loanMaturities: self("PINJAMAN MENURUT SISA WAKTU", "LOANS BY TIME LEFT")
    case .allowance: self("MUTASI PENYISIHAN PINJAMAN", "ALLOWANCE FOR LOSSES")
    case .assets: self("MUTASI ASET TETAP", "COST OF FIXED ASSETS")
    case .depreciation: self("MUTASI AKUMULASI PENYUSUTAN", "DEPRECIATION OF ASSETS")
    case .tax: self("MUTASI PAJAK YANG DIPUNGUT", "TAX WITHHELD")
    case .relatedSavings: self("SIMPANAN PIHAK TERKAIT", "SAVINGS OF RELATED PARTIES")
    case .relatedLoans: self("PINJAMAN PIHAK TERKAIT", "LOANS TO RELATED PARTIES")
    case .formerYears:
      self("KOREKSI TAHUN LALU: SHU DAN EKUITAS", "FORMER YEARS CORRECTED: SHU AND EQUITY")
    }
  }
  fileprivate var noteTitle: String { self("Catatan", "Note") }
  fileprivate var inBook: String { self("Menurut akun", "By the accounts") }
  fileprivate var behindNotes: String { self("AKUN DI BALIK CATATAN", "ACCOUNTS BEHIND THE NOTES") }
  fileprivate var notesAgree: String {
    self(
      "Cocok: setiap catatan sama dengan saldo akun di baliknya.",
      "They agree: every note comes to what the accounts behind it hold.")
  }
  fileprivate func notesDiffer(_ notes: [FinancialNotes.Note]) -> String {
    let list = notes.filter { !$0.agrees }.map { heading($0.subject) }.joined(separator: ", ")
    return self(
      "TIDAK COCOK dengan akun di baliknya: \(list).",
      "THEY DO NOT AGREE with the accounts behind them: \(list).")
  }
  fileprivate var relatedParties: String {
    self(
      "Pihak terkait: anggota dengan data “\(Member.relatedAttribute)”.",
      "Related parties: members with the attribute “\(Member.relatedAttribute)”.")
  }
}
