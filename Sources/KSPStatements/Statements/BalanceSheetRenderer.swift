/// Writes a balance sheet (neraca, laporan posisi keuangan).
public struct BalanceSheetRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle
  /// Whether lines are shown by their accounts.
  public var isUnfolded = false

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// The sections with both days side by side, and the proof that they balance.
  public func report(of sheet: BalanceSheet) -> Report {
    let words = style.words
    let paper = StatementPaper(
      style: style, schema: "ksp.balance-sheet/1", title: words.balanceSheetTitle,
      headings: (style.words.day(sheet.asOf), style.words.day(sheet.previous)),
      isUnfolded: isUnfolded)
    return paper.report(
      sheet.sections,
      results: [
        StatementPaper.Result(
          code: "liabilitiesAndEquity", label: words.liabilitiesAndEquity, after: .equity,
          adding: ["liabilities", "equity"], readers: .people)
      ], subject: words(sheet.asOf.inWords),
      head: ["asOf": .date(sheet.asOf), "previous": .date(sheet.previous)],
      tail: [
        "balances": .flag(sheet.balances),
        "controls": .list(sheet.controls) { control in
          [
            "account": .text(control.code.text), "listed": .amount(control.listed),
            "held": .amount(control.held), "agrees": .flag(control.agrees),
          ]
        }, "controlsAgree": .flag(sheet.controlsAgree),
      ],
      above: [
        .fields(
          Report.Field(words.asOf, words(sheet.asOf.inWords)),
          Report.Field(words.comparedWith, words(sheet.previous.inWords)))
      ],
      below: [
        .verdict(sheet.balances ? words.sheetBalances : words.sheetDiffers),
        .verdict(words.proof(of: sheet.controls)),
        .note(words.known(sheet.known)),
      ]
    ).statement(known: sheet.known)
  }
}

extension Wording {
  fileprivate var balanceSheetTitle: String {
    self("LAPORAN POSISI KEUANGAN (NERACA)", "STATEMENT OF FINANCIAL POSITION")
  }
  fileprivate var liabilitiesAndEquity: String {
    self("Jumlah kewajiban dan ekuitas", "Total liabilities and equity")
  }
  fileprivate var sheetBalances: String {
    self("Seimbang: aset = kewajiban + ekuitas.", "It balances: assets = liabilities + equity.")
  }
  fileprivate var sheetDiffers: String {
    self(
      "TIDAK SEIMBANG: periksalah buku ini.", "IT DOES NOT BALANCE: verify the book.")
  }
  /// That the accounts of members and loans come to their control accounts, or which do not.
  fileprivate func proof(of controls: [ControlProof]) -> String {
    let wrong = controls.filter { !$0.agrees }.map(\.code.text).joined(separator: ", ")
    return wrong.isEmpty
      ? self(
        "Cocok: rekening anggota dan pinjaman sama dengan \(controls.count) akun induknya.",
        "It agrees: accounts of members and loans come to their control accounts (\(controls.count))."
      )
      : self(
        "TIDAK COCOK dengan rekening anggota atau pinjaman: \(wrong). Periksalah buku ini.",
        "ACCOUNTS OF MEMBERS OR LOANS DO NOT COME TO \(wrong): verify the book.")
  }
  /// What a statement is compared with.
  var comparedWith: String { self("Pembanding", "Beside") }
}
