import KSPCore

/// The desk that books a row of a cash book as what it was said to be.
struct CashRowDesk {
  let session: PostingSession
  /// The account that the cash book is of.
  let account: (id: AccountID, code: AccountCode)

  /// Books a row, or a part of it, under the reference of `note`; its memo is what the row says.
  func post(
    _ amount: Rupiah, _ row: CashSheet.Row, as meaning: CashMeaning, of member: MemberNumber?,
    for months: [BookMonth], _ note: EntryNote
  ) throws -> Receipt {
    var note = note
    note.memo = row.text.isUsableText ? row.text : note.memo
    switch meaning {
    case .product(let product):
      guard let member else { throw LedgerError.invariantBroken("\(row.line): member") }
      var event = SavingsEvent(
        row.isReceipt ? .deposit : .withdrawal, amount, member: member, product: product,
        counterpart: account.code, on: row.date, reference: note.reference, note: note)
      event.dueMonths = months
      return try SavingsDesk(session: session).post(event)
    case .account(let other):
      return try CashDesk(session: session).book(
        row.isReceipt ? .cashReceipt : .cashPayment, amount,
        party: row.description.isUsableText ? row.description : "–", account: other,
        till: account.code, on: row.date, note: note)
    case .loan(let number):
      guard let number else { throw LedgerError.invariantBroken("\(row.line): loan") }
      return try post(amount, row, loan: number, of: member, note)
    }
  }

  private func post(
    _ amount: Rupiah, _ row: CashSheet.Row, loan: LoanNumber, of member: MemberNumber?,
    _ note: EntryNote
  ) throws -> Receipt {
    func unfit(_ reason: Phrase) -> LedgerError { .cashBookUnanswered(row.description, reason) }
    let owner = try LoanReader(session.db, session.catalog, session.memory).loan(loan).loan
      .memberNumber
    if let member, member != owner {
      throw unfit(
        Phrase(id: "\(loan) milik anggota \(owner)", en: "\(loan) is of member \(owner)"))
    }
    guard row.isReceipt else {
      let receipt = try LoanDesk(session).disburse(
        loan, LoanDesk.Disbursement(date: row.date, receiver: account.code, note: note)
      ).1
      guard receipt.amount == amount else {
        throw unfit(
          Phrase(
            id: "\(loan) cair \(receipt.amount.formatted); cairkan lewat pinjaman, jawab sudah",
            en: "\(loan) pays out \(receipt.amount.formatted); pay it out as a loan, answer booked")
        )
      }
      return receipt
    }
    do {
      return try RepaymentDesk(session).repay(
        loan, amount, RepaymentWay(date: row.date, payer: account.code, note: note)
      ).receipt
    } catch let error as LedgerError
      where [.loanWouldSettle, .loanOverpaid].contains(error.code)
    {
      // Which of both is meant no answer of the list can say.
      throw unfit(
        Phrase(
          id: "\(error.message.indonesian) Bukukan sebagai angsuran, lalu jawab sudah",
          en: "\(error.message.english) Enter it as a payment, then answer booked"))
    }
  }
}
