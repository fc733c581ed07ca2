/// Writes an income statement (perhitungan hasil usaha).
public struct IncomeStatementRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle
  /// Whether lines are shown by their accounts.
  public var isUnfolded = false

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Income, costs and tax of both periods side by side; the last sum is the SHU.
  public func report(of statement: IncomeStatement) -> Report {
    let words = style.words
    let paper = StatementPaper(
      style: style, schema: "ksp.income/1", title: words.incomeTitle,
      headings: (words.column(statement.period), words.column(statement.previous)),
      isUnfolded: isUnfolded)
    return paper.report(
      statement.sections,
      results: [
        StatementPaper.Result(
          code: "beforeTax", label: words.shuBeforeTax, after: .costs, adding: ["income"],
          subtracting: ["costs"]),
        StatementPaper.Result(
          code: "shu", label: words.shuAfterTax, after: .tax, adding: ["beforeTax"],
          subtracting: ["tax"]),
      ], subject: words.days(statement.period),
      head: [
        "from": .date(statement.period.first), "to": .date(statement.period.last),
        "previousFrom": .date(statement.previous.first),
        "previousTo": .date(statement.previous.last),
      ],
      tail: [
        "shu": .amount(statement.shu), "previousShu": .amount(statement.previousShu),
        "equity": .record([
          "opening": .amount(statement.inEquity.opening),
          "others": .amount(statement.inEquity.others),
          "closing": .amount(statement.inEquity.closing),
        ]), "agrees": .flag(statement.agrees),
      ],
      above: [
        .fields(
          Report.Field(words.period, words.days(statement.period)),
          Report.Field(words.comparedWith, words.days(statement.previous)))
      ], below: [.verdict(words.proof(statement)), .note(words.known(statement.known))]
    ).statement(known: statement.known)
  }
}

extension Wording {
  fileprivate var incomeTitle: String { self("PERHITUNGAN HASIL USAHA", "INCOME STATEMENT") }
  /// That the SHU is what equity gained, with what that was before and after.
  fileprivate func proof(_ statement: IncomeStatement) -> String {
    let equity = statement.inEquity
    let others =
      equity.others.isZero
      ? ""
      : self(", mutasi lain ", ", other movements ")
        + equity.others.formatted
    let way = "\(equity.opening.formatted)\(others) → \(equity.closing.formatted)"
    return statement.agrees
      ? self(
        "Cocok: SHU ini sama dengan SHU di ekuitas (\(way)).",
        "It agrees: this SHU is the SHU in equity (\(way)).")
      : self(
        "TIDAK COCOK dengan SHU di ekuitas (\(way)): periksalah buku ini.",
        "IT DOES NOT AGREE with the SHU in equity (\(way)): verify the book.")
  }
  fileprivate var shuBeforeTax: String { self("SHU sebelum pajak", "SHU before tax") }
  fileprivate var shuAfterTax: String { self("SHU sesudah pajak", "SHU after tax") }
}
