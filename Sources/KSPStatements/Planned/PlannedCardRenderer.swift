public import KSPCore

/// Writes planned savings month by month (kartu simpanan berencana): the paper that the member
/// signs, and later what became of it.
public struct PlannedCardRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes what was agreed, and a line for each month.
  public func report(of card: PlannedSavingsCard) -> Report {
    let words = style.words
    let savings = card.savings
    let table = table(card.lines)
    return Report(
      "ksp.planned-card/1", title: words("KARTU SIMPANAN BERENCANA", "PLANNED SAVINGS"),
      subject: "\(savings.account) \(savings.memberName)",
      data: data(card, table), rows: ReportRows(table),
      blocks: [
        .fields(fields(card), width: 20), .table(table),
        .signatures(
          [
            Report.Signature(role: words.signatureClerk),
            Report.Signature(role: words.signatureMember, name: savings.memberName),
          ], printedOnly: true),
      ]
    ).statement(
      member: savings.memberName, memberNumber: savings.member.text, known: style.known)
  }

  private func data(_ card: PlannedSavingsCard, _ table: ReportTable) -> ReportRecord {
    let savings = card.savings
    return [
      "account": .text(savings.account.text), "member": .text(savings.member.text),
      "name": .text(savings.memberName), "product": .text(savings.terms.product.text),
      "monthly": .amount(savings.monthly), "months": .count(savings.terms.months),
      "rate": .text(savings.terms.rate.description),
      "lapsedRate": .text(savings.terms.lapsedRate.description),
      "misses": .count(savings.terms.misses), "from": .text(savings.firstMonth.description),
      "maturity": .date(card.maturity), "payTo": .text(savings.payTo?.text),
      "asOf": .date(card.asOf), "state": .text(card.state.rawValue), "paid": .count(card.paid),
      "missed": .count(card.missed), "owed": .amount(card.owed), "brought": .amount(card.brought),
      "balance": .amount(card.balance), "lapsedWith": .text(card.lapsedWith?.description),
      "endedOn": .date(savings.ending?.day), "reason": .text(savings.ending?.reason),
      "voucher": .present(savings.ending?.entry) { .entry($0) }, "lines": .rows(table),
    ]
  }

  private func fields(_ card: PlannedSavingsCard) -> [Report.Field] {
    let words = style.words
    let savings = card.savings
    let terms = savings.terms
    let agreed = words(
      "\(savings.monthly.formatted) per bulan, \(terms.months) bulan",
      "\(savings.monthly.formatted) a month, \(terms.months) months")
    let lapse = words(
      "\(words(terms.lapsedRate.inWords)), setelah \(terms.misses) bulan tertunggak",
      "\(words(terms.lapsedRate.inWords)), after \(terms.misses) missed")
    // What came later does not stand on the card of a day.
    let ending = savings.ending.flatMap { ending in
      let cause = ending.reason ?? ending.entry.map(\.description) ?? ""
      return ending.day <= card.asOf ? "\(words.dayInWords(ending.day)): \(cause)" : nil
    }
    return [
      Report.Field(words.name, "\(savings.memberName) (\(savings.member))"),
      Report.Field(words.account, "\(savings.account) (\(terms.product))"),
      Report.Field(words("Setoran", "Deposits"), agreed),
      Report.Field(words.rate, words(terms.rate.inWords)),
      Report.Field(words.lapsedRate, lapse),
      Report.Field(words("Bulan pertama", "First month"), words(savings.firstMonth.name)),
      Report.Field(words.maturesOn, words(card.maturity.inWords)),
      Report.Field(
        words("Saat jatuh tempo", "At maturity"),
        savings.payTo.map { words("dicairkan ke \($0)", "paid to \($0)") }
          ?? words("tetap di rekening ini", "stays in this account")),
      Report.Field(words.asOf, words(card.asOf.inWords)),
      Report.Field(words("Keadaan", "State"), words.standing(card)),
      Report.Field(
        words("Gugur dengan", "Lapsed with"), card.lapsedWith.map { words($0.name) }),
      Report.Field(words("Berakhir", "Ended on"), ending),
      Report.Field(words.balance, card.balance.formatted),
    ].compactMap(\.self)
  }

  private func table(_ lines: [PlannedSavingsCard.Line]) -> ReportTable {
    let words = style.words
    return ReportTable(
      lines,
      [
        .left("month", words.month, 10) { words.cell($0.month) },
        .right("brought", words("Disetor", "Brought"), 18) { .amount($0.brought) },
        .right("total", words("Jumlah sampai", "Total so far"), 18) { .amount($0.total) },
        .left("standing", words("Bulan ini", "This month"), 16) {
          .coded($0.standing.rawValue, shown: words($0.standing.name))
        },
      ])
  }
}
