/// Writes what members have saved on a day, product by product (daftar simpanan).
public struct SavingsByProductRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// A section for each product with its sum, then the sums beside the control accounts.
  public func report(of list: SavingsByProduct) -> Report {
    let words = style.words
    let controls = controls(list)
    return specification(list).report(
      of: list.accounts, subject: words(list.asOf.inWords), head: ["asOf": .date(list.asOf)],
      tail: ["controls": .rows(controls), "agrees": .flag(list.agrees)],
      above: [.fields(Report.Field(words.asOf, words(list.asOf.inWords)))],
      below: [
        .heading(words.besideControls), .table(controls),
        .verdict(list.agrees ? words.savingsAgree : words.savingsDiffer),
        .note(words.known(list.known)),
        .signatures(words.preparedAndChecked, printedOnly: true),
      ]
    ).statement(known: list.known)
  }

  private func specification(
    _ list: SavingsByProduct
  ) -> StatementSpecification<SavingsByProduct.Account> {
    let words = style.words
    let products = list.products.filter { product in
      list.accounts.contains { $0.product == product.code }
    }
    return StatementSpecification(
      "ksp.savings-by-product/1", title: words.savingsListTitle, lines: "accounts",
      columns: [
        .constant("asOf", .date(list.asOf)),
        .left("account", words.account, 14) { .text($0.code.text) },
        .left("member", words.memberNumber, 8) { .text($0.member.text) },
        .left("name", words.name, 33) { .text($0.name) },
        .sum("amount", words.balance, 19) { .amount($0.balance) },
      ], label: 2,
      parts: products.map { product in
        .section(
          product.code.text, heading: "\(words(product.name).uppercased()) (\(product.control))",
          total: words.total
        ) { $0.product == product.code }
      })
  }

  private func controls(_ list: SavingsByProduct) -> ReportTable {
    let words = style.words
    return ReportTable(
      list.controls,
      [
        .left("account", words.controlAccount, 13) { .text($0.code.text) },
        .left("products", words.product, 24) {
          .text($0.products.map(\.text).joined(separator: ", "))
        },
        .right("listed", words.byList, 18) { .amount($0.listed) },
        .right("held", words.byControl, 18) { .amount($0.held) },
        .data("agrees") { .flag($0.agrees) },
      ])
  }
}

extension Wording {
  fileprivate var savingsListTitle: String { self("DAFTAR SIMPANAN", "SAVINGS OF MEMBERS") }
  fileprivate var besideControls: String {
    self("DIBANDINGKAN DENGAN AKUN INDUK", "BESIDE THE CONTROL ACCOUNTS")
  }
  fileprivate var byList: String { self("Menurut daftar", "By the list") }
  fileprivate var byControl: String { self("Menurut neraca", "By the balance sheet") }
  fileprivate var savingsAgree: String {
    self(
      "Cocok: jumlah setiap produk sama dengan akun induknya di neraca.",
      "They agree: every product comes to its control account in the balance sheet.")
  }
  fileprivate var savingsDiffer: String {
    self(
      "TIDAK COCOK dengan akun induk di neraca: periksalah buku ini.",
      "THEY DO NOT AGREE with the control accounts: verify the book.")
  }
}
