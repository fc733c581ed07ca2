/// Interest that waits to be credited, month by month.
extension InterestWorkingRenderer {
  /// What waited, what the month adds, and what its end makes of it.
  func waiting(
    _ waiting: InterestExplanation.Waiting, in month: BookMonth
  ) -> [Report.Block] {
    let words = style.words
    let interest = waiting.interest
    let earned =
      waiting.months.map { ($0.month, $0.earned) } + [(month, interest.earned)]
    let table = ReportTable([.left(words.month, 24), .right(words.interest, 20)], earned) {
      [.text(words($0.0.name)), .amount($0.1)]
    }
    func field(_ label: String, _ amount: Rupiah) -> Report.Field? {
      amount.isZero ? nil : Report.Field(label, amount.formatted)
    }
    return [
      .heading(words.waitingInterest), .table(table),
      .fields(
        [
          Report.Field(words.waitingTogether, interest.whole.formatted),
          field(words.waitingLeast, waiting.crediting.least),
          field(words.waitingCredited, interest.credited),
          field(words.waitingDropped, interest.dropped),
          field(words.waitingRemaining, interest.remaining),
          interest.remaining.isZero
            ? nil : Report.Field(words.waitingUntil, words(waiting.creditedIn.name)),
        ].compactMap(\.self), width: 24),
    ]
  }

  /// The same for programs.
  func data(_ waiting: InterestExplanation.Waiting) -> ReportValue {
    let interest = waiting.interest
    return .record([
      "months": .list(waiting.months) {
        ["month": .text($0.month.description), "interest": .amount($0.earned)]
      },
      "brought": .amount(interest.brought), "earned": .amount(interest.earned),
      "credited": .amount(interest.credited), "dropped": .amount(interest.dropped),
      "remaining": .amount(interest.remaining), "least": .amount(waiting.crediting.least),
      "creditedIn": .text(waiting.creditedIn.description),
    ])
  }

  /// When interest is credited, where that is not simply every month.
  func crediting(_ crediting: InterestCrediting) -> [(String, String)] {
    let words = style.words
    guard crediting != InterestCrediting() else { return [] }
    var fields = [
      (words.heading("creditingInterval"), words(crediting.interval.name)),
      (words.heading("isAccrued"), crediting.isAccrued ? words.yes : words.no),
    ]
    if crediting.least.isPositive {
      fields += [
        (words.heading("leastInterest"), crediting.least.formatted),
        (words.heading("belowLeast"), words(crediting.belowLeast.name)),
      ]
    }
    return fields
  }
}

extension Wording {
  var waitingInterest: String { self("Jasa yang menunggu", "Interest that waits") }
  var waitingTogether: String { self("Bersama", "Together") }
  var waitingLeast: String { self("Paling sedikit", "The least credited") }
  var waitingCredited: String { self("Dibukukan bulan ini", "Credited this month") }
  var waitingDropped: String { self("Hangus, terlalu kecil", "Lapsed, too small") }
  var waitingRemaining: String { self("Menunggu", "Waits") }
  var waitingUntil: String { self("Dibukukan akhir", "Credited at the end of") }
}
