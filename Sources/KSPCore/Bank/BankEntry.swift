/// What a voucher of the book moved on a bank account.
public struct BankEntry: Hashable, Sendable, Codable {
  /// The voucher.
  public let entry: EntryNumber
  /// Its day.
  public let date: BookDate
  /// What it recorded.
  public let kind: EntryKind
  /// What came in; below zero what went out.
  public let amount: Rupiah
  /// Reference and memo, by which a line of the bank may know it.
  public let reference: String?
  /// What it was for.
  public let memo: String?

  /// Gathers it.
  package init(
    entry: EntryNumber, date: BookDate, kind: EntryKind, amount: Rupiah, reference: String?,
    memo: String?
  ) {
    self.entry = entry
    self.date = date
    self.kind = kind
    self.amount = amount
    self.reference = reference
    self.memo = memo
  }

  /// Whether a line of the bank names the voucher or its reference.
  package func isNamed(in description: String) -> Bool {
    let text = description.lowercased()
    return [entry.description, reference].compactMap(\.self).contains {
      $0.count > 3 && text.contains($0.lowercased())
    }
  }
}
