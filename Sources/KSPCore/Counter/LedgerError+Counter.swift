extension LedgerError.Code {
  /// Neither an account nor a name that the book keeps for one.
  public static let accountNameUnknown = Self(rawValue: "account.nameUnknown")
  /// A voucher has no line in a savings book.
  public static let passbookNone = Self(rawValue: "passbook.none")
}

extension LedgerError {
  /// A member was named where a loan is meant, and has none or several that are open.
  ///
  /// `status` is where the loan had to stand; nil for one that is open.
  package static func loanAmbiguous(
    member: MemberNumber, open: [LoanNumber], at status: Loan.Status? = nil
  ) -> LedgerError {
    let state = status?.name ?? Loan.Status.running.name
    let list = open.map(\.text).joined(separator: ", ")
    return open.isEmpty
      ? LedgerError(
        .loanAmbiguous,
        message: Phrase(
          id: "Anggota \(member) tidak punya pinjaman yang \(state.indonesian.lowercased()).",
          en: "Member \(member) has no loan that is \(state.english.lowercased())."),
        advice: Phrase(
          id: "Tulis nomor pinjamannya; lihat daftarnya dulu.",
          en: "Give the number of the loan; see the list first."),
        remedies: [.loan(.find)])
      : LedgerError(
        .loanAmbiguous,
        message: Phrase(
          id: "Anggota \(member) punya \(open.count) pinjaman; belum disebut yang mana.",
          en: "Member \(member) has \(open.count) loans; it is not said which."),
        advice: Phrase(id: "Sebut salah satu: \(list).", en: "Name one of: \(list)."),
        remedies: open.prefix(3).map { .loan(.see($0)) })
  }

  /// Neither an account nor a name that the book keeps for one.
  package static func accountNameUnknown(_ name: String, known: [String]) -> LedgerError {
    let list = known.joined(separator: ", ")
    return LedgerError(
      .accountNameUnknown, category: .missing,
      message: Phrase(
        id: "“\(name.quotable)” bukan akun dan bukan nama akun.",
        en: "“\(name.quotable)” is neither an account nor a name of one."),
      advice: known.isEmpty
        ? Phrase(
          id: "Pakai kode akun, atau beri akunnya nama.",
          en: "Use the code of an account, or give the account a name.")
        : Phrase(
          id: "Nama yang ada: \(list). Kode akun juga boleh.",
          en: "There are these names: \(list). The code of an account will do as well."),
      remedies: [.journal(.nameAccount(name)), .journal(.seeChart)])
  }

  /// A voucher touches no savings account, or several, so that no savings book has its line.
  package static func passbookNone(_ number: EntryNumber) -> LedgerError {
    LedgerError(
      .passbookNone,
      message: Phrase(
        id:
          "Bukti \(number) bukan milik satu rekening itu saja, atau barisnya di bawah 1.",
        en:
          "Voucher \(number) is not of that one account, or the row is below 1."
      ),
      advice: Phrase(
        id: "Sebut rekening simpanannya, dan baris pertama yang kosong di bukunya.",
        en: "Name the savings account, and the first row that is empty in its book."
      ),
      remedies: [.journal(.seeVouchers)])
  }
}
