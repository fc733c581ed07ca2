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
  /// The account would go below what it may hold; `available` is what can be taken.
  package static func overdraft(
    _ code: AccountCode, balance: Rupiah, needed: Rupiah, available: Rupiah,
    keeping minimum: Rupiah, lowestOn date: BookDate?
  ) -> LedgerError {
    let day = date.map { Phrase(id: " pada \($0)", en: " on \($0)") } ?? Phrase(id: "", en: "")
    let kept =
      minimum.isPositive
      ? Phrase(
        id: "; \(minimum.formatted) harus tetap tersisa", en: "; \(minimum.formatted) must remain")
      : Phrase(id: "", en: "")
    return LedgerError(
      .overdraft,
      message: Phrase(
        id: "Saldo \(code)\(day.indonesian) \(balance.formatted), tidak cukup untuk "
          + "\(needed.formatted)\(kept.indonesian).",
        en: "The balance of \(code)\(day.english) is \(balance.formatted), not enough for "
          + "\(needed.formatted)\(kept.english)."),
      advice: Phrase(
        id: "Ketik jumlah yang lebih kecil, atau setor dulu.",
        en: "Type a smaller amount, or make a deposit first.")
    ).stating { $0.available = available.orZero }
  }

  /// An account stands below an overdraft limit that is to be set.
  package static func overdraftBeyondLimit(
    _ code: AccountCode, balance: Rupiah, limit: Rupiah
  ) -> LedgerError {
    LedgerError(
      .overdraft,
      message: Phrase(
        id: "Saldo \(code) adalah \(balance.formatted), melebihi batas baru \(limit.formatted).",
        en: "The balance of \(code) is \(balance.formatted), beyond the new limit of "
          + "\(limit.formatted)."),
      advice: Phrase(
        id: "Lunasi dulu rekening itu, atau tetapkan batas yang lebih besar.",
        en: "Settle that account first, or set a larger limit."))
  }

  /// Money would move from an account to itself.
  package static func transferToSelf(_ code: AccountCode) -> LedgerError {
    LedgerError(
      .transferToSelf,
      message: Phrase(
        id: "Rekening asal dan tujuan sama: \(code).",
        en: "The money would move from \(code) to itself."),
      advice: Phrase(id: "Pilih rekening tujuan yang lain.", en: "Choose another target account."))
  }

  /// The lines of a statement contradict its balances.
  package static func statementInconsistent(
    account: AccountCode, at entry: EntryNumber?
  ) -> LedgerError {
    let place = entry.map { " (\($0))" } ?? ""
    return LedgerError(
      .statementInconsistent, category: .invariant,
      message: Phrase(
        id:
          "Rekening \(account) tidak cocok: saldo awal ditambah mutasi bukan saldo akhir\(place).",
        en: "Account \(account) does not add up: opening plus lines is not closing\(place)."),
      advice: Phrase(
        id: "Berhenti membukukan, simpan salinan buku, dan periksa bukunya.",
        en: "Stop posting, keep a copy of the book, and verify it."),
      remedies: [.book(.verify(path: nil))])
  }

  /// There is no product with the code among those that serve; with none at all, one is made.
  package static func productUnknown(
    _ code: ProductCode,
    among kind: Phrase = Phrase(id: "produk simpanan", en: "savings product"),
    known: [ProductCode], make: Remedy? = nil
  ) -> LedgerError {
    LedgerError(
      .productUnknown, category: .missing,
      message: Phrase(
        id: "Tidak ada \(kind.indonesian) “\(code)”.",
        en: "There is no \(kind.english) “\(code)”."),
      advice: known.isEmpty
        ? Phrase(id: "Tambahkan produknya dulu.", en: "Add the product first.")
        : .choice(of: known),
      remedies: known.isEmpty ? [make].compactMap(\.self) : [])
  }

  /// There is no product of term deposits with the code.
  package static func depositProductUnknown(
    _ code: ProductCode, known: [ProductCode]
  ) -> LedgerError {
    productUnknown(
      code, among: Phrase(id: "produk simpanan berjangka", en: "product of term deposits"),
      known: known, make: .savings(.addDepositProduct))
  }

  /// A product cannot be made or changed as asked.
  package static func productInvalid(
    _ reason: Phrase, advice: Phrase? = nil, remedies: [Remedy] = []
  ) -> LedgerError {
    LedgerError(
      .productInvalid,
      message: Phrase(
        id: "Produk tidak bisa disimpan: \(reason.indonesian).",
        en: "The product cannot be stored: \(reason.english)."),
      advice: advice
        ?? Phrase(
          id: "Perbaiki ketentuannya, lalu ulangi.", en: "Correct the terms, then try again."),
      remedies: remedies)
  }

  /// The product does not allow withdrawals, or not on that day.
  package static func notWithdrawable(
    _ product: SavingsProduct, windows: [BookPeriod], on date: BookDate
  ) -> LedgerError {
    let next = windows.first { $0.last >= date }
    let advice =
      next.map {
        Phrase(
          id: "Penarikan dibuka \($0.first) sampai \($0.last).",
          en: "Withdrawals are open from \($0.first) to \($0.last).")
      }
      ?? Phrase(
        id: "Simpanan ini dikembalikan saat anggota keluar.",
        en: "These savings are returned when the member leaves.")
    return LedgerError(
      .notWithdrawable,
      message: Phrase(
        id: "\(product.name.indonesian) tidak bisa ditarik pada \(date).",
        en: "\(product.name.english) cannot be withdrawn on \(date)."),
      advice: advice, remedies: next == nil ? [.member(.endMembership(nil))] : [])
  }

  /// The deposit is smaller than the product accepts.
  package static func depositTooSmall(_ amount: Rupiah, minimum: Rupiah) -> LedgerError {
    LedgerError(
      .depositTooSmall,
      message: Phrase(
        id: "Setoran \(amount.formatted) lebih kecil dari setoran minimum \(minimum.formatted).",
        en: "The deposit \(amount.formatted) is below the minimum of \(minimum.formatted)."),
      advice: Phrase(
        id: "Setor paling sedikit \(minimum.formatted).",
        en: "Deposit at least \(minimum.formatted)."))
  }
}

extension Phrase {
  /// Advice to choose one of the products that serve.
  package static func choice(of products: [ProductCode]) -> Phrase {
    let list = products.map(\.text).joined(separator: ", ")
    return Phrase(id: "Pilih salah satu: \(list).", en: "Choose one of: \(list).")
  }
}
