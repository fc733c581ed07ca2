import KSPCore
import KSPLedger

/// What is read back to a clerk before an event at the counter is posted.
enum CounterRehearsal {
  static func of(_ ledger: Ledger, _ receipt: Receipt) throws -> Rehearsal {
    let language = Speech.language
    var rehearsal = Rehearsal()
    rehearsal.field("Anggota", "Member", receipt.memberName)
    rehearsal.field("Transaksi", "Transaction", receipt.kind.name[language])
    rehearsal.field("Rekening", "Account", receipt.account?.text)
    rehearsal.field(
      "Akun lawan", "Other side", receipt.counterpart.map { "\($0.code)   \(say($0.name))" })
    rehearsal.field("Jumlah", "Amount", receipt.amount.formatted)
    rehearsal.field("Terbilang", "In words", receipt.amountInWords[language])
    for part in receipt.parts {
      let name = [part.account?.text, part.name[language]].compactMap(\.self)
        .joined(separator: " ")
      rehearsal.field("Rincian", "Made up of", "\(name)   \(part.amount.formatted)")
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
    if !receipt.isReplay { try remark(on: receipt.bookDate, ledger, in: &rehearsal) }
    rehearsal.warn(receipt.warnings)
    return rehearsal
  }

  /// Says that a date lies in another month than today's; once a day for each month.
  private static func remark(
    on date: BookDate, _ ledger: Ledger, in rehearsal: inout Rehearsal
  ) throws {
    let today = try ledger.today()
    if date > today {
      rehearsal.line(
        "PERIKSA: tanggal ini sesudah hari ini.", "CHECK: this date is after today.")
      rehearsal.weight = .severe
      return
    }
    let (month, book) = (date.month, ledger.path)
    guard month != today.month, !AgreedMonths.contains(month, of: book, today: today) else {
      return
    }
    rehearsal.line(
      "PERIKSA: tanggalnya di \(month.name.indonesian), bukan bulan ini; benar?",
      "CHECK: the date lies in \(month.name.english), not in this month; is it right?")
    rehearsal.weight = .severe
    rehearsal.agreed = { AgreedMonths.add(month, of: book, today: today) }
  }
}
