/// Writes a book that a cooperative keeps (buku administrasi), or the form for it.
public struct RegisterRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Its rows, or ruled lines to be filled in by hand.
  public func report(of register: Register) -> Report {
    let words = style.words
    let book = register.book
    let isForm = book.source == .form
    let table = ReportTable(Array(register.rows.enumerated()), columns(register))
    let blank = ReportTable(
      [.right(words.registerNumber, 4)]
        + book.columns.map { .left(words($0.heading), $0.width) },
      Array(1...Register.blankLines)
    ) { line in [.count(line)] + book.columns.map { _ in .blank } }
    return Report(
      "ksp.register/1", title: words.title(of: book), subject: words.days(register.period),
      data: [
        "number": .count(book.number), "name": .text(words(book.name)),
        "source": .text(book.source.rawValue), "from": .date(register.period.first),
        "to": .date(register.period.last), "rows": .rows(table),
      ], rows: ReportRows(table),
      blocks: [
        .fields(Report.Field(words.period, words.days(register.period))),
        isForm
          ? .table(blank)
          : register.rows.isEmpty
            ? .verdict(words.nothingThere)
            : .table(table),
        .signatures(words.preparedAndChecked, printedOnly: true),
      ])
  }

  private func columns(
    _ register: Register
  ) -> [ReportColumn<EnumeratedSequence<[[Register.Value]]>.Element>] {
    let words = style.words
    return [.right("number", words.registerNumber, 4) { .count($0.offset + 1) }]
      + register.book.columns.enumerated().map { index, column in
        let isAmount = register.rows.contains {
          if case .amount = $0[index] { true } else { false }
        }
        let heading = words(column.heading)
        return isAmount
          ? .right(column.name, heading, column.width) { cell($0.element[index]) }
          : .left(column.name, heading, column.width) { cell($0.element[index]) }
      }
  }

  private func cell(_ value: Register.Value) -> Cell {
    switch value {
    case .text(let text): .optional(text)
    case .phrase(let phrase): .text(style.words(phrase))
    case .date(let date): .optional(date)
    case .amount(let amount): .amount(amount)
    }
  }
}

/// Writes which books there are.
public struct RegisterListRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// A line for each, and where it comes from.
  public func report(of books: [RegisterBook]) -> Report {
    let words = style.words
    let table = ReportTable(
      books,
      [
        .right("number", words.registerNumber, 4) { .count($0.number) },
        .left("name", words.name, 40) { .text(words($0.name)) },
        .left("source", words.kept, 20) {
          .coded($0.source.rawValue, shown: words.kept($0.source))
        },
      ])
    return Report(
      "ksp.registers/1", title: words.registers, data: ["books": .rows(table)],
      rows: ReportRows(table), blocks: [.table(table)])
  }
}

extension Wording {
  fileprivate var registerNumber: String { self("No.", "No.") }
  fileprivate var registers: String { self("BUKU ADMINISTRASI", "BOOKS OF THE COOPERATIVE") }
  fileprivate func title(of book: RegisterBook) -> String {
    "\(book.number). \(self(book.name).uppercased())"
  }
  fileprivate var kept: String { self("Isinya", "Filled") }
  fileprivate func kept(_ source: RegisterBook.Source) -> String {
    source == .form ? self("formulir", "by hand") : self("dari buku", "from the book")
  }
  fileprivate var nothingThere: String {
    self("Belum ada isinya di buku ini.", "There is nothing of it in the book yet.")
  }
}
