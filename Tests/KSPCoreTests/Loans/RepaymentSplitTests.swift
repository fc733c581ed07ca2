import KSPCore
import KSPTestSupport
import Testing

/// How a payment is divided, against an allocator that moves one sen at a time.
@Suite struct RepaymentSplitTests {
  /// One place where money can go, with what it still takes.
  private struct Bucket {
    let part: RepaymentSplit.Part
    var taken: Int64 = 0
  }

  private static let orders: [[LoanComponent]] = [
    [.lateFee, .interest, .principal], [.interest, .principal, .lateFee],
    [.principal, .interest, .lateFee], [.principal, .lateFee, .interest],
    [.interest, .lateFee, .principal], [.lateFee, .principal, .interest],
  ]

  /// The buckets in the order in which they are filled.
  private static func buckets(
    _ position: LoanPosition, _ order: [LoanComponent], _ prepayment: Prepayment
  ) -> [Bucket] {
    let fee = Bucket(
      part: .init(installment: 0, component: .lateFee, amount: position.lateFee))
    func installment(_ item: LoanPosition.Open) -> [Bucket] {
      order.filter { $0 != .lateFee }.map { component in
        Bucket(
          part: .init(
            installment: item.installment.number, component: component,
            amount: component == .interest ? item.interest : item.principal))
      }
    }
    let due = position.open.filter { $0.installment.due <= position.asOf }.flatMap(installment)
    let future = position.open.filter { $0.installment.due > position.asOf }
    // The fee has its place within the oldest installment, and behind all that is due at the end.
    let place =
      due.isEmpty || order.last == .lateFee ? due.count : order.firstIndex(of: .lateFee) ?? 0
    let first: [Bucket] = Array(due[..<place]) + [fee] + Array(due[place...])
    switch prepayment {
    case .savings: return first
    case .nextInstallments: return first + future.flatMap(installment)
    case .fewerInstallments, .smallerInstallments, .interestFirst:
      let owed = Rupiah(sen: future.reduce(Int64(0)) { $0 + $1.principal.sen })
      return first + [Bucket(part: .init(installment: 0, component: .principal, amount: owed))]
    }
  }

  @Test func everySplitMatchesTheAllocatorOfSingleSen() throws {
    var random = SplitMix64(seed: 20_261_124)
    var reached: Set<String> = []
    for round in 0..<4_000 {
      let loan = try LoanOracle.draw(&random)
      let date = try loan.installments[0].due.adding(days: Int.random(in: -9...90, using: &random))
      let position = try LoanPosition(
        installments: loan.installments, payments: loan.payments,
        carried: CarriedOver(lateFee: Rupiah(sen: Int64.random(in: 0...400, using: &random))),
        rule: nil, asOf: date, countsLater: true)
      let order = Self.orders.randomElement(using: &random) ?? []
      let prepayment: Prepayment =
        [
          .nextInstallments, .fewerInstallments, .smallerInstallments,
          .savings(product: "sukarela"),
        ]
        .randomElement(using: &random) ?? .nextInstallments
      let amount = Int64.random(in: 1...6_000, using: &random)
      let split = try RepaymentSplit(
        Rupiah(sen: amount), position: position, order: order, prepayment: prepayment)
      var buckets = Self.buckets(position, order, prepayment)
      var rest = amount
      while rest > 0,
        let open = buckets.firstIndex(where: { $0.taken < $0.part.amount.sen })
      {
        buckets[open].taken += 1
        rest -= 1
      }
      let expected = buckets.filter { $0.taken > 0 }.map {
        RepaymentSplit.Part(
          installment: $0.part.installment, component: $0.part.component,
          amount: Rupiah(sen: $0.taken))
      }
      #expect(split.parts == expected, "round \(round)")
      #expect(split.rest.sen == rest)
      let ahead = expected.last { $0.installment == 0 && $0.component == .principal }
      #expect(split.principalAhead == ahead?.amount ?? .zero)
      if !split.principalAhead.isZero { reached.insert("ahead") }
      if rest > 0 { reached.insert("rest \(prepayment)") }
      for part in expected { reached.insert("\(part.component)") }
    }
    #expect(reached.count == 8, "\(reached)")
  }

  @Test func nothingIsNoPayment() throws {
    let position = try LoanPosition(
      installments: [], payments: [], rule: nil, asOf: day("2026-01-01"))
    for amount: Rupiah in [0, -1] {
      #expect(
        refusal { () throws(LedgerError) in
          try RepaymentSplit(
            amount, position: position, order: LoanComponent.allCases,
            prepayment: .nextInstallments)
        } == .amountNotPositive)
    }
  }
}
