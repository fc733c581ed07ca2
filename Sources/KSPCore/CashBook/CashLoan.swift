/// A loan as far as rows of a cash book are told by it.
package struct CashLoan: Sendable {
  package let number: LoanNumber
  package let member: MemberNumber
  /// Whether it was paid out and is owed; otherwise it waits to be paid out.
  package let isRunning: Bool
  /// The amounts that its plan asks for at once; nothing before it was paid out.
  package let installments: Set<Rupiah>

  package init(
    number: LoanNumber, member: MemberNumber, isRunning: Bool, installments: Set<Rupiah>
  ) {
    self.number = number
    self.member = member
    self.isRunning = isRunning
    self.installments = installments
  }
}

/// The loans that rows of a cash book may be about: those that are owed, and those that wait to be
/// paid out.
package struct CashLoans: Sendable {
  private let byNumber: [String: CashLoan]
  private let byMember: [MemberNumber: [CashLoan]]

  /// Makes loans ready to be looked for.
  package init(_ loans: [CashLoan]) {
    byNumber = Dictionary(loans.map { ($0.number.text.lowercased(), $0) }) { first, _ in first }
    byMember = Dictionary(grouping: loans, by: \.member)
  }

  /// The one loan whose number stands in a text; nil where none does, or several.
  package func numbered(in text: String) -> CashLoan? {
    let found = text.lowercased().split { " \t,;:()".contains($0) }
      .compactMap { word in
        byNumber[word.hasSuffix(".") ? String(word.dropLast()) : String(word)]
      }
    return Set(found.map(\.number)).count == 1 ? found[0] : nil
  }

  /// The loans of a member that a payment may be for, or that money may be paid out of.
  package func loans(of member: MemberNumber, isReceipt: Bool) -> [CashLoan] {
    (byMember[member] ?? []).filter { $0.isRunning == isReceipt }
  }

  /// The one that is meant: the only one, or the only one whose plan asks for the amount.
  package func loan(of member: MemberNumber, _ amount: Rupiah, isReceipt: Bool) -> CashLoan? {
    let own = loans(of: member, isReceipt: isReceipt)
    let fitting = own.count == 1 ? own : own.filter { $0.installments.contains(amount) }
    return fitting.count == 1 ? fitting[0] : nil
  }
}
