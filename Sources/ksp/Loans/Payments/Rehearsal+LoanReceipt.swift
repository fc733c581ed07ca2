import KSPCore
import KSPStatements

extension Rehearsal {
  /// What is read back before money is paid on a loan.
  init(_ receipt: LoanReceipt) {
    self.init(receipt.receipt.isReplay ? .nothingToDo : .mild)
    let language = Speech.language
    let words = Wording(language)
    field("Anggota", "Member", receipt.receipt.memberName)
    field("Pinjaman", "Loan", receipt.loan.text)
    field("Jumlah", "Amount", receipt.receipt.amount.formatted)
    field("Terbilang", "In words", receipt.receipt.amountInWords[language])
    field("Tanggal", "Date", receipt.receipt.bookDate.inWords[language])
    for part in receipt.parts {
      field("Melunasi", "Settles", "\(words.part(part))   \(part.amount.formatted)")
    }
    if !receipt.penalty.isZero { field("Penalti", "Penalty", receipt.penalty.formatted) }
    if !receipt.intoSavings.isZero {
      field("Masuk simpanan", "Into savings", receipt.intoSavings.formatted)
    }
    field("Sisa pokok", "Principal owed", receipt.outstanding.formatted)
  }
}
