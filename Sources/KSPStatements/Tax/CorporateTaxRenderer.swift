public import KSPCore

/// Writes how the corporate tax of a month comes about (perhitungan PPh badan).
public struct CorporateTaxRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes what each account brings, then the base, the rate and the tax.
  public func report(of tax: CorporateTax) -> Report {
    let words = style.words
    let table = ReportTable(
      tax.parts,
      [
        .left("account", words.account, 10) { .text($0.account.text) },
        .left("name", words.name, 44) { .text(words($0.name)) },
        .right("amount", words.amount, 22) { .amount($0.amount) },
      ])
    return Report(
      "ksp.corporate-tax/1",
      title: words("PERHITUNGAN PPH BADAN", "CORPORATE TAX"), subject: words(tax.month.name),
      data: [
        "month": .text(tax.month.description), "from": .date(tax.first),
        "basis": .text(tax.rule.basis.rawValue),
        "rate": .text(tax.rule.rate.percentText), "amount": .amount(tax.amount),
        "brought": .amount(tax.brought), "base": .amount(tax.base), "tax": .amount(tax.tax),
        "carried": .amount(tax.carried), "entry": .entry(tax.entry),
        "payBy": .date(tax.calendar.payBy), "accounts": .rows(table),
      ], rows: ReportRows(table),
      blocks: [.fields(Report.Field(words.month, words(tax.month.name)))]
        + (tax.parts.isEmpty ? [] : [.table(table)]) + [
          .fields(working(tax), width: 34), .note(rounding(tax)),
          .signatures(words.preparedAndChecked, printedOnly: true),
        ]
    ).statement(known: style.known)
  }

  private func working(_ tax: CorporateTax) -> [Report.Field] {
    let words = style.words
    let rate = words(tax.rule.rate.inWords)
    return [
      Report.Field(sum(tax), tax.amount.formatted),
      Report.Field(
        words("Kurang dari bulan sebelumnya", "Brought from earlier months"),
        tax.brought.isZero ? nil : tax.brought.formatted),
      Report.Field(words("Dasar pengenaan pajak", "Base of the tax"), tax.base.formatted),
      Report.Field("PPh, \(rate)", tax.tax.formatted, isStrong: true),
      Report.Field(
        words("Dibawa ke bulan berikutnya", "Carried to the next month"),
        tax.carried.isZero ? nil : tax.carried.formatted),
      Report.Field(words.voucher, tax.entry.map(style.voucher)),
      Report.Field(words("Setor paling lambat", "Pay by"), words(tax.calendar.payBy.inWords)),
    ].compactMap(\.self)
  }

  private func sum(_ tax: CorporateTax) -> String {
    let words = style.words
    return switch tax.rule.basis {
    case .result:
      words(
        "Hasil usaha sejak \(words.day(tax.first))", "Result since \(words.day(tax.first))")
    case .turnover, .off: words("Peredaran bruto", "Turnover")
    }
  }

  private func rounding(_ tax: CorporateTax) -> String {
    let words = style.words
    return switch tax.rule.basis {
    case .result:
      words(
        "Dasar dibulatkan ke bawah ke ribuan, pajak ke rupiah. Koreksi fiskal dibukukan dengan "
          + "tangan.",
        "The base is rounded down to whole thousands, the tax to the rupiah. Fiscal corrections "
          + "are booked by hand.")
    case .turnover, .off:
      words("Pajak dibulatkan ke bawah ke rupiah.", "The tax is rounded down to the rupiah.")
    }
  }
}
