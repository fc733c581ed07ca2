import KSPCore

extension Wording {
  var held: String { self("Diblokir", "Held") }
  var freeBalance: String { self("Saldo bebas", "Free balance") }

  /// How much a hold holds.
  func amount(of hold: SavingsHold) -> String {
    hold.amount?.formatted ?? self("seluruhnya", "all of it")
  }
}
