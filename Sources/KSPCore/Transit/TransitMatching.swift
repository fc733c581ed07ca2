/// Finds out which items of a transit account are open.
///
/// Movements come in the order of their days. One that goes against open items settles those that
/// are about the same, oldest first; what it then has left, and one that is about nothing in
/// particular, settles the oldest of the others; what is left after that is open itself. So what is
/// open always adds up to what the account holds.
package struct TransitMatching {
  /// A movement of the account.
  package struct Movement {
    package let entry: EntryNumber
    package let date: BookDate
    /// What it is about, to find what it settles: nil for nothing in particular.
    package let key: String?
    /// What it is about, for people.
    package let about: String?
    package let memo: String?
    /// On the normal side of the account.
    package let amount: Rupiah

    package init(
      entry: EntryNumber, date: BookDate, key: String?, about: String?, memo: String?,
      amount: Rupiah
    ) {
      self.entry = entry
      self.date = date
      self.key = key
      self.about = about
      self.memo = memo
      self.amount = amount
    }
  }

  private struct Open {
    let movement: Movement
    var left: Rupiah
  }

  private var open: [Open] = []

  package init() {}

  /// Takes the next movement.
  ///
  /// - Throws: `amount.overflow`.
  package mutating func take(_ movement: Movement) throws(LedgerError) {
    var left = movement.amount
    if let key = movement.key {
      left = try settle(left) { $0.key == key }
      // What is about somebody settles what is about nobody, and not what is about others.
      left = try settle(left) { $0.key == nil }
    } else {
      left = try settle(left) { _ in true }
    }
    if !left.isZero { open.append(Open(movement: movement, left: left)) }
  }

  /// Sets an amount off against open items on the other side; what is left of it.
  private mutating func settle(
    _ amount: Rupiah, _ fits: (Movement) -> Bool
  ) throws(LedgerError) -> Rupiah {
    var amount = amount
    var isAnySettled = false
    for index in open.indices
    where !amount.isZero && open[index].left.isNegative != amount.isNegative
      && fits(open[index].movement)
    {
      let other = open[index].left
      let both = try other + amount
      let isWhole = both.isZero || both.isNegative == amount.isNegative
      open[index].left = isWhole ? .zero : both
      amount = isWhole ? both : .zero
      isAnySettled = true
    }
    if isAnySettled { open.removeAll { $0.left.isZero } }
    return amount
  }

  /// The open items on a day, oldest first.
  package func items(on date: BookDate) -> [TransitItem] {
    open.map { item in
      let movement = item.movement
      return TransitItem(
        entry: movement.entry, date: movement.date, about: movement.about, memo: movement.memo,
        amount: movement.amount, open: item.left,
        days: Int(date.dayNumber - movement.date.dayNumber))
    }
  }
}
