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
    let table = table(register)
    let blank = ReportTable(
      [.right(words.registerNumber, 4)]
        + book.columns.map { .left(words($0.heading), $0.width) },
      Array(1...Register.blankLines)
    ) { line in [.count(line)] + book.columns.map { _ in .blank } }
    let foot = ReportTable(Array(register.foot.enumerated()), columns(register, isFoot: true))
    return Report(
      "ksp.register/1", title: words.title(of: book), subject: words.days(register.period),
      data: [
        "number": .count(book.number), "name": .text(words(book.name)),
        "source": .text(book.source.rawValue), "from": .date(register.period.first),
        "to": .date(register.period.last), "rows": .rows(table),
        "foot": register.foot.isEmpty ? .absent : .rows(foot),
      ], rows: ReportRows(table),
      blocks: [
        .fields(Report.Field(words.period, words.days(register.period))),
        isForm
          ? .table(blank)
          : register.rows.isEmpty
            ? .verdict(words.nothingThere)
            : .table(table),
      ] + (register.foot.isEmpty ? [] : [.table(foot.untitled)]) + [
        .signatures(words.preparedAndChecked, printedOnly: true)
      ])
  }

  /// A row for each, with what stands below it, and the sums of what is added up.
  private func table(_ register: Register) -> ReportTable {
    let columns = register.book.columns
    let table = ReportTable(Array(register.rows.enumerated()), self.columns(register))
      .remarks { index in
        let remarks = zip(columns, register.rows[index]).compactMap { column, value -> String? in
          guard column.place == .below else { return nil }
          return text(value).map { "\(style.words(column.heading)): \($0)" }
        }
        return remarks.isEmpty ? nil : remarks.joined(separator: "; ")
      }
    guard columns.contains(where: { $0.place == .summed }) else { return table }
    // Named where the texts are: in the second of the printed columns of the book.
    return table.total(style.words(register.sumName), in: 2)
  }

  private func columns(
    _ register: Register, isFoot: Bool = false
  ) -> [ReportColumn<EnumeratedSequence<[[Register.Value]]>.Element>] {
    let words = style.words
    return [.right("number", words.registerNumber, 4) { isFoot ? .blank : .count($0.offset + 1) }]
      + register.book.columns.enumerated().map { index, column in
        let heading = words(column.heading)
        let isAmount = register.rows.contains {
          if case .amount = $0[index] { true } else { false }
        }
        switch column.place {
        case .below: return .data(column.name) { cell($0.element[index]) }
        case .signed: return .left(column.name, heading, column.width) { _ in .blank }.only(.people)
        case .summed: return .sum(column.name, heading, column.width) { cell($0.element[index]) }
        case .beside:
          return isAmount
            ? .right(column.name, heading, column.width) { cell($0.element[index]) }
            : .left(column.name, heading, column.width) { cell($0.element[index]) }
        }
      }
  }

  private func text(_ value: Register.Value) -> String? {
    switch value {
    case .text(let text): text
    case .phrase(let phrase): style.words(phrase)
    case .date(let date): date.map(style.words.day)
    case .amount(let amount): amount.formatted
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
