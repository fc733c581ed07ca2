/// What somebody answered to the proposals of a cash book: the list of proposals, filled in.
package struct CashAnswers: Sendable {
  /// What the cell of an answer says.
  package enum Word: Sendable {
    /// Agreed, with what stands in the row.
    case yes
    /// It is in the book already, by another act: the voucher that is named, or the only one that
    /// fits.
    case booked(EntryNumber?)
    /// Not agreed.
    case no
  }

  /// One row, or a part of one where several share it.
  package struct Answer: Sendable {
    package let file: String
    package let line: Int
    /// The day and the description of the row when it was proposed; nil where the list leaves them
    /// out.
    package let date: BookDate?
    package let description: String?
    package let word: Word?
    package let amount: Rupiah
    package let isReceipt: Bool
    package let member: MemberNumber?
    package let account: String?
    package let months: String?
    /// Where it stands in the list.
    package let place: LedgerError.Place
  }

  /// The answers, in the order of the list.
  package let answers: [Answer]
  /// The list as the caller named it.
  package let file: String

  /// Reads a list of proposals that was filled in.
  ///
  /// - Throws: `import.refused` with all cells that cannot be read, `import.columnMissing`.
  package init(_ text: SheetText) throws(LedgerError) {
    let table = try CSVTable(text.text, file: text.file)
    let columns = Columns(table)
    if let missing = columns.needed.lazy.compactMap({ table.missing($0) }).first { throw missing }
    var problems: [LedgerError] = []
    answers = table.read(problems: &problems) { columns.read(&$0, file: text.file) }
    file = text.file
    guard problems.isEmpty else { throw .importRefused(file: text.file, problems: problems) }
  }

  /// The answers to a row of a sheet, by the name of its file.
  package func answers(to file: String, line: Int) -> [Answer] {
    answers.filter { $0.line == line && CashAnswers.name($0.file) == CashAnswers.name(file) }
  }

  /// The name of a file without its folder, as the list and the sheets may lie elsewhere.
  package static func name(_ file: String) -> Substring {
    file.split { $0 == "/" || $0 == "\\" }.last ?? Substring(file)
  }

  /// The columns of the list, as programs and as spreadsheets have them.
  private struct Columns {
    let file, line, date, description, received, paid: CSVColumn
    let member, account, months, answer: CSVColumn

    init(_ table: CSVTable) {
      file = table.column(["file", "berkas"])
      line = table.column(["line", "baris"])
      date = table.column(["date", "tanggal"])
      description = table.column(["description", "uraian", "keterangan"])
      received = table.column(["in", "masuk"])
      paid = table.column(["out", "keluar"])
      member = table.column(["member", "anggota"])
      account = table.column(["account", "rekening/akun"])
      months = table.column(["due_months", "bulan yang dibayar", "months paid"])
      answer = table.column(["answer", "jawaban"])
    }

    var needed: [CSVColumn] { [file, line, received, paid, member, account, answer] }

    func read(_ cells: inout RowReader, file name: String) -> Answer? {
      let file = cells.text(file)
      let line = cells.value(line) { text throws(LedgerError) in
        guard let number = Int(text) else {
          throw .cashBookAnswerUnfit(
            Phrase(id: "“\(text)” bukan nomor baris", en: "“\(text)” is no line"))
        }
        return number
      }
      let received = cells.optionalAmount(received) ?? .zero
      let paid = cells.optionalAmount(paid) ?? .zero
      let member: MemberNumber? = cells.optionalNumber(member)
      let account = cells.optionalText(account)
      let months = cells.optionalText(months)
      let word = cells.optionalValue(answer, Columns.word)
      let (day, said) = (cells.optionalDate(date), cells.optionalText(description))
      guard let file, let line, cells.problems.isEmpty else { return nil }
      return Answer(
        file: file, line: line, date: day, description: said, word: word,
        amount: received.isZero ? paid : received,
        isReceipt: paid.isZero, member: member, account: account, months: months,
        place: cells.row.place(answer.index, in: name))
    }

    private static func word(_ text: String) throws(LedgerError) -> Word {
      let words = text.lowercased().split(separator: " ", maxSplits: 1)
      switch (words.first ?? "", words.dropFirst().first) {
      case ("ya", nil), ("y", nil), ("yes", nil), ("ok", nil), ("benar", nil), ("setuju", nil):
        return .yes
      case ("sudah", let entry), ("booked", let entry), ("ada", let entry):
        guard let entry else { return .booked(nil) }
        return .booked(try EntryNumber(parsing: entry))
      case ("tidak", nil), ("t", nil), ("no", nil), ("n", nil), ("bukan", nil): return .no
      default:
        throw .importWordUnknown(
          text, known: ["ya/yes", "sudah/booked", "sudah JU-000012", "tidak/no"])
      }
    }
  }
}
