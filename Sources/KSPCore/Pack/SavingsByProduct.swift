/// What members have saved on a day (daftar simpanan), product by product: pokok and wajib are
/// never added to what members can take back. Each product's accounts are compared with the control
/// account that the balance sheet shows.
public struct SavingsByProduct: Hashable, Sendable, Codable {
  /// An account with something in it.
  public struct Account: Hashable, Sendable, Codable {
    /// The product.
    public let product: ProductCode
    /// The account.
    public let code: AccountCode
    /// Whose it is.
    public let member: MemberNumber
    /// The member's name.
    public let name: String
    /// What it holds.
    public let balance: Rupiah
  }

  /// A product with the accounts of members in it.
  public struct Product: Hashable, Sendable, Codable {
    /// Its code.
    public let code: ProductCode
    /// Its name.
    public let name: Phrase
    /// The control account in the chart.
    public let control: AccountCode

    /// Names a product.
    package init(code: ProductCode, name: Phrase, control: AccountCode) {
      self.code = code
      self.name = name
      self.control = control
    }
  }

  /// A control account, beside what the accounts listed below it come to.
  public struct Control: Hashable, Sendable, Codable {
    /// The account of the chart.
    public let code: AccountCode
    /// The products whose accounts stand below it.
    public let products: [ProductCode]
    /// What their accounts come to.
    public let listed: Rupiah
    /// What the balance sheet shows of it.
    public let held: Rupiah

    /// Whether both are the same.
    public var agrees: Bool { listed == held }
  }

  /// The day.
  public let asOf: BookDate
  /// Up to which event of the chain it was known.
  public let known: Knowledge
  /// The products, also those in which nobody has anything.
  public let products: [Product]
  /// The accounts, by product, then by member.
  public let accounts: [Account]
  /// The control accounts, by code.
  public let controls: [Control]

  /// Whether every product's list is what its control account holds.
  public var agrees: Bool { controls.allSatisfy(\.agrees) }

  /// Sorts the accounts of members by product.
  ///
  /// - Parameters:
  ///   - asOf: The day.
  ///   - known: Up to which event of the chain it was known.
  ///   - products: The products of the book, in their order.
  ///   - members: Everybody who ever had savings, with the balances of the day.
  ///   - held: What control accounts hold, credit positive.
  /// - Throws: `amount.overflow`.
  package init(
    asOf: BookDate, known: Knowledge, products: [Product], members: [MemberSummary],
    held: [AccountCode: Rupiah]
  ) throws(LedgerError) {
    var accounts: [ProductCode: [Account]] = [:]
    for member in members {
      for savings in member.savings where !savings.balance.isZero {
        accounts[savings.product, default: []].append(
          Account(
            product: savings.product, code: savings.account, member: member.member.number,
            name: member.member.profile.name, balance: savings.balance))
      }
    }
    var controls: [Control] = []
    for code in Set(products.map(\.control)).sorted(by: { $0.text < $1.text }) {
      let own = products.filter { $0.control == code }.map(\.code)
      controls.append(
        Control(
          code: code, products: own,
          listed: try own.flatMap { accounts[$0] ?? [] }.map(\.balance).sum(),
          held: held[code] ?? .zero))
    }
    self.asOf = asOf
    self.known = known
    self.products = products
    self.accounts = products.flatMap { accounts[$0.code] ?? [] }
    self.controls = controls
  }
}

extension SavingsByProduct.Account: Identifiable {
  /// Its code.
  public var id: AccountCode { code }
}
