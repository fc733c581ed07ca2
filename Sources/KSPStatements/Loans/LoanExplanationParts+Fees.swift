/// Charges that become income over the life of a loan.
extension LoanExplanationParts {
  /// Every charge: what became income before and in the month, and what waits.
  var fees: [Report.Block] {
    guard !explanation.fees.isEmpty else { return [] }
    let table = ReportTable(
      [
        .left(words.feeName, 14), .left(words.feeRecognition, 18),
        .right(words.feeWhole, 13), .right(words.feeBefore, 13), .right(words.feeEarned, 12),
        .right(words.feeUnearned, 13),
      ], explanation.fees
    ) { fee in
      let working = fee.working
      return [
        .text(working.code), .text(words(working.earning.name)), .amount(working.whole),
        .amount(working.before), .amount(working.earned), .amount(working.unearned),
      ]
    }
    return [.heading(words.feesOverLife), .table(table)]
  }
}

extension LoanExplanationJSON {
  /// The same for programs.
  var fees: ReportRecord {
    [
      "fees": .list(explanation.fees) { fee in
        let working = fee.working
        return [
          "code": .text(working.code), "recognition": .text(working.earning.rawValue),
          "whole": .amount(working.whole), "before": .amount(working.before),
          "earned": .amount(working.earned), "unearned": .amount(working.unearned),
          "agrees": .flag(fee.agrees),
        ]
      }
    ]
  }
}

extension Wording {
  var feesOverLife: String { self("Provisi selama jangka waktu", "Fees over the life") }
  var feeName: String { self("Potongan", "Fee") }
  var feeRecognition: String { self("Diakui", "Becomes income") }
  var feeWhole: String { self("Seluruhnya", "All of it") }
  var feeBefore: String { self("Sebelumnya", "Before") }
  var feeEarned: String { self("Bulan ini", "This month") }
  var feeUnearned: String { self("Belum diakui", "Unearned") }
}
