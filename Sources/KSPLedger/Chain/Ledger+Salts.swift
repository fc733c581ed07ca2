extension Ledger {
  /// Makes the salts of personal values come out the same on every run. For tests, which hold the
  /// bytes of the chain by it: a book in use must not have salts that anybody can guess.
  package func useSalts(_ salts: @escaping @Sendable () -> [UInt8]) throws {
    try store.connection { _ in shared.memory.newSalt = salts }
  }
}
