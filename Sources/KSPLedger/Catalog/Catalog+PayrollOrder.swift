import KSPCore

extension PayrollOrder {
  /// Refuses an order that names a product that is not there, or one part twice.
  func requireKnown(among products: [ProductCode]) throws(LedgerError) {
    for (index, step) in steps.enumerated() {
      if steps[..<index].contains(step) {
        throw .payrollOrderInvalid(
          Phrase(id: "satu bagian disebut dua kali", en: "one part is named twice"))
      }
      if case .savings(let code) = step, !products.contains(code) {
        throw .productUnknown(code, known: products)
      }
    }
  }
}

extension Catalog {
  /// Refuses an order that cannot be followed at all.
  func requireKnown(_ order: PayrollOrder) throws(LedgerError) {
    try order.requireKnown(among: products.map(\.product.code))
  }

  /// Refuses an order that cannot be followed in a month: steps stand behind one that takes
  /// everything, as a product without a monthly due does.
  func requireUsable(_ order: PayrollOrder, in month: BookMonth) throws(LedgerError) {
    try requireKnown(order)
    for case .savings(let code) in order.steps.dropLast() {
      guard try product(code).terms(in: month).monthlyDue.isZero else { continue }
      throw .payrollOrderInvalid(
        Phrase(
          id: "\(code) tidak punya iuran bulanan, jadi mengambil semua sisa dan harus terakhir",
          en: "\(code) has no monthly due, so it takes all that is left and must come last"))
    }
  }
}
