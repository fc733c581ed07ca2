import KSPCore

extension BookDate {
  /// A day as the file stores it.
  init(stored value: Int64) throws(LedgerError) {
    guard let number = Int32(exactly: value) else { throw .dateUnreadable("#\(value)") }
    try self.init(dayNumber: number)
  }
}
