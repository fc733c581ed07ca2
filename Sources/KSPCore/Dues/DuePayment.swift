/// What a member paid into a product of the kind wajib with one entry.
package struct DuePayment: Hashable, Sendable {
  /// What was paid for a month that the payer named.
  package struct Part: Hashable, Sendable {
    package let month: BookMonth
    package let amount: Rupiah

    package init(_ month: BookMonth, _ amount: Rupiah) {
      self.month = month
      self.amount = amount
    }
  }

  package let bookDate: BookDate
  package let entry: EntryNumber
  /// The place of the entry in the chain.
  package let event: Int64
  package let amount: Rupiah
  /// What the payer said; the rest goes to the oldest open months.
  package var parts: [Part]

  package init(
    _ amount: Rupiah, on bookDate: BookDate, entry: EntryNumber, event: Int64,
    parts: [Part] = []
  ) {
    self.bookDate = bookDate
    self.entry = entry
    self.event = event
    self.amount = amount
    self.parts = parts
  }
}
