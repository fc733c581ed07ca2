extension Receipt.Dues {
  /// What a payment of dues settled, for programs.
  var data: ReportRecord {
    [
      "months": .list(months) { month in
        [
          "month": .text(month.month.description), "amount": .amount(month.amount),
          "settled": .flag(month.isSettled),
        ]
      },
      "takenOver": takenOver.isZero ? .absent : .amount(takenOver),
      "unused": unused.isZero ? .absent : .amount(unused),
    ]
  }
}
