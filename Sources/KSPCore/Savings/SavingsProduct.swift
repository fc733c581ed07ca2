/// A savings product (produk simpanan): what never changes about it.
public struct SavingsProduct: Hashable, Sendable, Codable {
  /// The code people type: `pokok`, `wajib`, `sukarela`, `hari-raya`.
  public let code: ProductCode
  /// The name in both languages.
  public let name: Phrase
  /// Pokok, wajib or sukarela.
  public let kind: SavingsKind
  /// The letters before the member number in account numbers: `SUK` gives `SUK-0001`.
  public let accountPrefix: String
  /// The control account in the chart; its class makes the savings equity or a liability.
  public let controlAccount: AccountCode
  /// The expense account that interest is charged to.
  public let interestExpenseAccount: AccountCode

  /// Describes a product.
  public init(
    code: ProductCode, name: Phrase, kind: SavingsKind, accountPrefix: String,
    controlAccount: AccountCode, interestExpenseAccount: AccountCode
  ) {
    self.code = code
    self.name = name
    self.kind = kind
    self.accountPrefix = accountPrefix
    self.controlAccount = controlAccount
    self.interestExpenseAccount = interestExpenseAccount
  }
}

extension SavingsProduct: Identifiable {
  /// The code.
  public var id: ProductCode { code }
}
