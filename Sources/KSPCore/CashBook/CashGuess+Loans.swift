extension CashGuess {
  /// Takes a row for a payment on a loan whose number stands in it, or for that loan paid out.
  func isNumbered(_ proposal: inout CashProposal) -> Bool {
    let row = proposal.row
    guard let loan = loans.numbered(in: "\(row.description) \(row.remark ?? "")"),
      loan.isRunning == row.isReceipt
    else { return false }
    take(loan, for: &proposal)
    proposal.member = members[loan.member]?.choice
    return true
  }

  /// Finds the loan of a member that a row with a word of loans is about.
  func settleLoan(_ member: CashMembers.Member, _ proposal: inout CashProposal) {
    let (row, number) = (proposal.row, member.choice.number)
    if let loan = loans.loan(of: number, row.amount, isReceipt: row.isReceipt) {
      return take(loan, for: &proposal)
    }
    let own = loans.loans(of: number, isReceipt: row.isReceipt)
    guard own.isEmpty else {
      let list = own.map(\.number.text).joined(separator: ", ")
      proposal.reasons.append(
        Phrase(id: "pinjaman yang mana: \(list)", en: "which loan: \(list)"))
      return
    }
    proposal.reasons.append(
      row.isReceipt
        ? Phrase(id: "tidak ada pinjaman yang berjalan", en: "no loan is running")
        : Phrase(id: "tidak ada pinjaman yang menunggu cair", en: "no loan waits to be paid out"))
  }

  private func take(_ loan: CashLoan, for proposal: inout CashProposal) {
    let row = proposal.row
    proposal.meaning = .loan(loan.number)
    proposal.meaningName = CashWord.nameOfLoans
    let (number, amounts) = (loan.number.text, loan.installments)
    proposal.reasons.append(
      row.isReceipt
        ? Phrase(id: "pembayaran \(number)", en: "a payment on \(number)")
        : Phrase(id: "\(number) dicairkan", en: "\(number) is paid out"))
    if row.isReceipt, let first = amounts.first, !amounts.contains(row.amount) {
      let asked = amounts.count == 1 ? first.formatted : nil
      proposal.reasons.append(
        Phrase(
          id: "bukan jumlah angsurannya" + (asked.map { " (\($0))" } ?? ""),
          en: "not the amount of its installments" + (asked.map { " (\($0))" } ?? "")))
    }
  }
}
