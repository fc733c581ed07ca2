/// Cash that goes out of a till when it is closed, or into it when it is opened.
public struct TillHandover: Hashable, Sendable, Codable {
  /// How much; nil for all that was counted.
  public let amount: Rupiah?
  /// The account on the other side: a safe, another till, a bank.
  public let account: AccountCode

  /// Hands over an amount, or everything.
  public init(_ amount: Rupiah? = nil, account: AccountCode) {
    self.amount = amount
    self.account = account
  }
}

/// How a till is opened.
public struct TillOpening: Hashable, Sendable, Codable {
  /// Who answers for it until it is closed; nil for who records it, or else whose till it is.
  public var keeper: String?
  /// What is handed over into it, and from where; nil for nothing.
  public var handed: TillHandover?
  /// What was counted in it, with what was handed over; nil where nobody counted, so that it holds
  /// what the book says.
  public var counted: TillContent?

  /// Opens a till.
  public init(
    keeper: String? = nil, handing handed: TillHandover? = nil, counted: TillContent? = nil
  ) {
    self.keeper = keeper
    self.handed = handed
    self.counted = counted
  }
}

/// How a till is closed.
public struct TillClosing: Hashable, Sendable, Codable {
  /// What was counted in it.
  public var content: TillContent
  /// What goes elsewhere; nil where it all stays in the till.
  public var handed: TillHandover?
  /// Whether what a collector is short or over is booked to selisih kas. It stays with the
  /// collector otherwise; a till at the counter books it always.
  public var booksDifference: Bool

  /// Closes a till.
  public init(
    _ content: TillContent, handing handed: TillHandover? = nil, booksDifference: Bool = false
  ) {
    self.content = content
    self.handed = handed
    self.booksDifference = booksDifference
  }
}
