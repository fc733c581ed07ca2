extension LedgerError.Code {
  /// An account is no bank.
  public static let bankUnknown = Self(rawValue: "bank.unknown")
  /// The balances of a bank statement do not follow from its lines.
  public static let bankBalanceBroken = Self(rawValue: "bank.balanceBroken")
  /// A statement does not begin where the one before ended.
  public static let bankGap = Self(rawValue: "bank.gap")
  /// A voucher that does not fit a line of a bank statement.
  public static let bankLineUnfit = Self(rawValue: "bank.lineUnfit")
  /// A line of a bank statement that there is not.
  public static let bankLineUnknown = Self(rawValue: "bank.lineUnknown")
}

extension LedgerError {
  /// An account is no bank.
  package static func bankUnknown(_ code: AccountCode?, known: [AccountCode]) -> LedgerError {
    let list = known.isEmpty ? "–" : known.map(\.text).joined(separator: ", ")
    return LedgerError(
      .bankUnknown,
      message: code.map {
        Phrase(id: "Akun \($0) bukan akun bank.", en: "Account \($0) is no bank account.")
      } ?? Phrase(id: "Sebut akun banknya.", en: "Name the bank account."),
      advice: Phrase(
        id: "Akun bank yang ada: \(list). Tandai akun sebagai bank kalau belum.",
        en: "Bank accounts: \(list). Mark an account as a bank where it is none yet."),
      remedies: [.journal(.seeChart)])
  }

  /// The balances of a bank statement do not follow from its lines.
  package static func bankBalanceBroken(
    _ stated: Rupiah, expected: Rupiah
  ) -> LedgerError {
    LedgerError(
      .bankBalanceBroken,
      message: Phrase(
        id: "Saldo \(stated.formatted) tidak sama dengan saldo sebelumnya dan mutasinya, "
          + "\(expected.formatted).",
        en: "Balance \(stated.formatted) is not the one before with the amount, "
          + "\(expected.formatted)."),
      advice: Phrase(
        id: "Periksa tanda, kolom debet dan kredit, dan baris yang hilang.",
        en: "Look at signs, the columns of debit and credit, and rows that are missing."))
  }

  /// A statement does not begin where the one before ended.
  package static func bankGap(_ opening: Rupiah, last: Rupiah, on date: BookDate) -> LedgerError {
    LedgerError(
      .bankGap,
      message: Phrase(
        id: "Mutasi ini mulai dari saldo \(opening.formatted), yang terakhir dibaca "
          + "(\(date)) bersaldo \(last.formatted).",
        en: "These lines begin at a balance of \(opening.formatted), the last one read "
          + "(\(date)) ends at \(last.formatted)."),
      advice: Phrase(
        id: "Masukkan dulu mutasi di antaranya.", en: "Bring in what lies between first."))
  }

  /// A line of a bank statement that there is not.
  package static func bankLineUnknown(_ line: Int, of bank: AccountCode) -> LedgerError {
    LedgerError(
      .bankLineUnknown, category: .missing,
      message: Phrase(
        id: "Bank \(bank) tidak punya baris \(line).", en: "Bank \(bank) has no line \(line)."),
      advice: Phrase(
        id: "Lihat nomor barisnya di daftar yang belum cocok.",
        en: "Look for its number in the list of what is open."),
      remedies: [.counter(.seeBank(bank))])
  }

  /// A voucher that does not fit a line of a bank statement.
  package static func bankLineUnfit(
    _ line: Int, of bank: AccountCode, _ reason: Phrase
  ) -> LedgerError {
    LedgerError(
      .bankLineUnfit,
      message: Phrase(
        id: "Baris bank \(line): \(reason.indonesian).", en: "Bank line \(line): \(reason.english)."
      ),
      advice: Phrase(
        id: "Lihat daftar yang belum cocok.", en: "Look at the list of what is open."),
      remedies: [.counter(.seeBank(bank))])
  }

  /// A rule that books a line where nothing can be booked; `refusal` is why.
  package static func bankRuleUnfit(
    _ line: Int, _ rule: BankRule, of bank: AccountCode, _ refusal: LedgerError
  ) -> LedgerError {
    let (text, reason) = (rule.text.quotable, refusal.message)
    return LedgerError(
      .bankLineUnfit,
      message: Phrase(
        id: "Aturan “\(text)” membukukan baris bank \(line) ke \(rule.target), dan itu ditolak. "
          + reason.indonesian,
        en: "The rule “\(text)” books bank line \(line) to \(rule.target), which is refused. "
          + reason.english),
      advice: Phrase(
        id: "Beri aturan itu akun lain, atau akhiri.",
        en: "Give the rule another account, or end it."),
      remedies: [.counter(.endBankRule(rule.text, of: bank))] + refusal.remedies)
  }
}
