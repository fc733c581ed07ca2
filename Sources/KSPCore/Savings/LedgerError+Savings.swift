extension LedgerError.Code {
  /// The account would go below what it may hold.
  public static let overdraft = Self(rawValue: "account.overdraft")
  /// Money would move from an account to itself.
  public static let transferToSelf = Self(rawValue: "transfer.toSelf")
  /// A statement's lines do not add up to its closing balance.
  public static let statementInconsistent = Self(rawValue: "statement.inconsistent")
  /// There is no product with the code.
  public static let productUnknown = Self(rawValue: "product.unknown")
  /// A product cannot be made or changed as asked.
  public static let productInvalid = Self(rawValue: "product.invalid")
  /// The product does not allow withdrawals now.
  public static let notWithdrawable = Self(rawValue: "product.notWithdrawable")
  /// The deposit is smaller than the product accepts.
  public static let depositTooSmall = Self(rawValue: "product.depositTooSmall")
  /// A member has several accounts, and it is not said which is meant.
  public static let accountAmbiguous = Self(rawValue: "account.ambiguous")
  /// The account is another member's, or in another product.
  public static let accountOfAnother = Self(rawValue: "account.ofAnother")
  /// There is one account of the product for each member.
  public static let accountOnlyOne = Self(rawValue: "account.onlyOne")
}

extension LedgerError {
  /// The account would go below what it may hold.
  public static func overdraft(
    _ code: AccountCode, balance: Rupiah, needed: Rupiah, keeping minimum: Rupiah,
    lowestOn date: BookDate?
  ) -> LedgerError {
    let day = date.map { Phrase(" pada \($0)", " on \($0)") } ?? Phrase("", "")
    let kept =
      minimum.isPositive
      ? Phrase(
        "; \(minimum.formatted) harus tetap tersisa", "; \(minimum.formatted) must remain")
      : Phrase("", "")
    return LedgerError(
      .overdraft,
      message: Phrase(
        "Saldo \(code)\(day.indonesian) \(balance.formatted), tidak cukup untuk "
          + "\(needed.formatted)\(kept.indonesian).",
        "The balance of \(code)\(day.english) is \(balance.formatted), not enough for "
          + "\(needed.formatted)\(kept.english)."),
      advice: Phrase(
        "Ketik jumlah yang lebih kecil, atau setor dulu.",
        "Type a smaller amount, or make a deposit first."))
  }

  /// An account stands below an overdraft limit that is to be set.
  public static func overdraftBeyondLimit(
    _ code: AccountCode, balance: Rupiah, limit: Rupiah
  ) -> LedgerError {
    LedgerError(
      .overdraft,
      message: Phrase(
        "Saldo \(code) adalah \(balance.formatted), melebihi batas baru \(limit.formatted).",
        "The balance of \(code) is \(balance.formatted), beyond the new limit of "
          + "\(limit.formatted)."),
      advice: Phrase(
        "Lunasi dulu rekening itu, atau tetapkan batas yang lebih besar.",
        "Settle that account first, or set a larger limit."))
  }

  /// Money would move from an account to itself.
  public static func transferToSelf(_ code: AccountCode) -> LedgerError {
    LedgerError(
      .transferToSelf,
      message: Phrase(
        "Rekening asal dan tujuan sama: \(code).",
        "The money would move from \(code) to itself."),
      advice: Phrase("Pilih rekening tujuan yang lain.", "Choose another target account."))
  }

  /// The lines of a statement contradict its balances.
  public static func statementInconsistent(
    account: AccountCode, at entry: EntryNumber?
  ) -> LedgerError {
    let place = entry.map { " (\($0))" } ?? ""
    return LedgerError(
      .statementInconsistent, category: .invariant,
      message: Phrase(
        "Rekening \(account) tidak cocok: saldo awal ditambah mutasi bukan saldo akhir\(place).",
        "Account \(account) does not add up: opening plus lines is not closing\(place)."),
      advice: Phrase(
        "Berhenti membukukan, jalankan ksp verify, dan simpan salinan buku.",
        "Stop posting, run ksp verify and keep a copy of the book."))
  }

  /// There is no product with the code.
  public static func productUnknown(_ code: String, known: [String]) -> LedgerError {
    let list = known.joined(separator: ", ")
    return LedgerError(
      .productUnknown, category: .missing,
      message: Phrase(
        "Tidak ada produk simpanan “\(code)”.", "There is no savings product “\(code)”."),
      advice: Phrase("Pilih salah satu: \(list).", "Choose one of: \(list)."))
  }

  /// A product cannot be made or changed as asked.
  public static func productInvalid(_ reason: Phrase, advice: Phrase? = nil) -> LedgerError {
    LedgerError(
      .productInvalid,
      message: Phrase(
        "Produk tidak bisa disimpan: \(reason.indonesian).",
        "The product cannot be stored: \(reason.english)."),
      advice: advice
        ?? Phrase("Perbaiki ketentuannya, lalu ulangi.", "Correct the terms, then try again."))
  }

  /// The product does not allow withdrawals, or not on that day.
  public static func notWithdrawable(
    _ product: SavingsProduct, windows: [BookPeriod], on date: BookDate
  ) -> LedgerError {
    let next = windows.first { $0.last >= date }
    let advice =
      next.map {
        Phrase(
          "Penarikan dibuka \($0.first) sampai \($0.last).",
          "Withdrawals are open from \($0.first) to \($0.last).")
      }
      ?? Phrase(
        "Simpanan ini dikembalikan saat anggota keluar: ksp member leave.",
        "These savings are returned when the member leaves: ksp member leave.")
    return LedgerError(
      .notWithdrawable,
      message: Phrase(
        "\(product.name.indonesian) tidak bisa ditarik pada \(date).",
        "\(product.name.english) cannot be withdrawn on \(date)."),
      advice: advice)
  }

  /// The deposit is smaller than the product accepts.
  public static func depositTooSmall(_ amount: Rupiah, minimum: Rupiah) -> LedgerError {
    LedgerError(
      .depositTooSmall,
      message: Phrase(
        "Setoran \(amount.formatted) lebih kecil dari setoran minimum \(minimum.formatted).",
        "The deposit \(amount.formatted) is below the minimum of \(minimum.formatted)."),
      advice: Phrase(
        "Setor paling sedikit \(minimum.formatted).",
        "Deposit at least \(minimum.formatted)."))
  }
}
