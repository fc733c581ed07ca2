import KSPCore
import KSPLedger
import KSPStatements

/// What is read back to a clerk before an event at the counter is posted.
enum CounterRehearsal {
  static func of(_ ledger: Ledger, _ receipt: Receipt) throws -> Rehearsal {
    let language = Speech.language
    var rehearsal = Rehearsal()
    rehearsal.field("Anggota", "Member", receipt.memberName)
    rehearsal.field(
      receipt.kind == .cashReceipt ? "Diterima dari" : "Dibayar kepada",
      receipt.kind == .cashReceipt ? "Received from" : "Paid to", receipt.party)
    rehearsal.field("Transaksi", "Transaction", receipt.kind.name[language])
    rehearsal.field("Rekening", "Account", receipt.account?.text)
    rehearsal.field(
      "Akun lawan", "Other side", receipt.counterpart.map { "\($0.code)   \(say($0.name))" })
    rehearsal.field("Jumlah", "Amount", receipt.amount.formatted)
    rehearsal.field("Terbilang", "In words", receipt.amountInWords[language])
    rehearsal.field(
      "Untuk bulan", "For the months",
      receipt.dues.map(ReportStyle(language: language).words.settled))
    for part in receipt.parts {
      let name = [part.account?.text, part.name[language]].compactMap(\.self)
        .joined(separator: "   ")
      let amount = "\(name)   \(part.amount.formatted)"
      switch part.side {
      case .debit: rehearsal.field("Debet", "Debit", amount)
      case .credit: rehearsal.field("Kredit", "Credit", amount)
      case nil: rehearsal.field("Rincian", "Made up of", amount)
      }
    }
    rehearsal.field("Tanggal", "Date", receipt.bookDate.inWords[language])
    rehearsal.field("Saldo sesudahnya", "Balance after", receipt.balance?.formatted)
    rehearsal.field(
      "Saldo kini", "Balance now",
      receipt.laterBalance.map { later in
        say(
          "\(later.formatted), dengan mutasi sesudah tanggal itu",
          "\(later.formatted), with movements after that day")
      })
    rehearsal.warn(
      receipt.warnings, on: receipt.bookDate, of: ledger.path, today: try ledger.today())
    return rehearsal
  }
}

extension Rehearsal {
  /// Adds what an act goes beyond; a month that is not today's is asked about once a day.
  mutating func warn(
    _ warnings: [LedgerWarning], on date: BookDate, of book: String, today: BookDate
  ) {
    let month = date.month
    guard warnings.contains(where: { $0.code == .dateOtherMonth }) else { return warn(warnings) }
    guard !AgreedMonths.contains(month, of: book, today: today) else {
      return warn(warnings.filter { $0.code != .dateOtherMonth })
    }
    warn(warnings)
    agreed = { AgreedMonths.add(month, of: book, today: today) }
  }
}
