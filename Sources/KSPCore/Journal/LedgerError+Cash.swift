extension LedgerError.Code {
  /// Cash would be below zero at the end of a day.
  public static let cashBelowZero = Self(rawValue: "cash.belowZero")
  /// An account is kept by acts of its own, and takes no part in this one.
  public static let accountOwnAct = Self(rawValue: "account.ownAct")
  /// An entry needs a memo that says what it is for.
  public static let memoMissing = Self(rawValue: "entry.memoMissing")
  /// What an account is told to be does not go together.
  public static let accountTermsUnfit = Self(rawValue: "account.termsUnfit")
  /// The code of a new account is in the chart already.
  public static let accountCodeTaken = Self(rawValue: "account.codeTaken")
  /// An account that is to be closed still serves for something.
  public static let accountInUse = Self(rawValue: "account.inUse")
}

extension LedgerError {
  /// Cash cannot have been paid out that was not there; `paid` names what was paid by itself.
  package static func cashBelowZero(
    _ code: AccountCode, balance: Rupiah, on date: BookDate, limit: Rupiah,
    paying paid: [Phrase] = []
  ) -> LedgerError {
    let allowed =
      limit.isZero
      ? Phrase(id: "", en: "")
      : Phrase(
        id: ", di bawah batas \(limit.formatted)", en: ", beyond the limit of \(limit.formatted)")
    let payments = paid.isEmpty ? Phrase(id: "", en: "") : Self.payments(paid)
    return LedgerError(
      .cashBelowZero,
      message: Phrase(
        id: "Saldo \(code) menjadi \(balance.formatted) pada akhir \(date)\(allowed.indonesian)."
          + payments.indonesian,
        en: "\(code) would stand at \(balance.formatted) at the end of \(date)\(allowed.english)."
          + payments.english),
      advice: Phrase(
        id:
          "Periksa tanggal dan jumlahnya, dan bukukan dulu uang yang masuk, misalnya dari bank; atau izinkan akun itu minus.",
        en:
          "Check the date and the amount, and enter first what came in, such as money from the bank; or let the account be negative."
      ),
      remedies: [.journal(.letBeNegative(code))])
  }

  /// A sentence that names the first few payments.
  private static func payments(_ paid: [Phrase]) -> Phrase {
    let shown = paid.prefix(3)
    let rest = paid.count - shown.count
    func listed(_ language: Language, _ more: String) -> String {
      shown.map { $0[language] }.joined(separator: "; ") + (rest > 0 ? more : "")
    }
    return Phrase(
      id: " Yang dibayar: \(listed(.indonesian, "; dan \(rest) lagi")).",
      en: " What is paid: \(listed(.english, "; and \(rest) more")).")
  }

  /// A member's account changes by the acts that know its rules.
  package static func accountOfMember(_ code: AccountCode, name: String) -> LedgerError {
    LedgerError(
      .accountOwnAct,
      message: Phrase(
        id: "\(code) adalah rekening simpanan \(name); jurnal umum tidak menyentuhnya.",
        en: "\(code) is a savings account of \(name); an entry by hand does not touch it."),
      advice: Phrase(
        id:
          "Pakai setoran, penarikan, biaya atau pemindahan; akun lawannya boleh apa saja. Simpanan pokok dan wajib pindah dengan keputusan.",
        en:
          "Use a deposit, a withdrawal, a fee or a transfer; the other side may be any account. Pokok and wajib move by a decision."
      ),
      remedies: [
        .savings(.deposit(code.text)), .savings(.withdraw(code.text)),
        .savings(.chargeFee(code.text)), .savings(.transfer(from: code.text)),
        .savings(.release(from: code.text)), .again(.chooseOtherSide),
      ])
  }

  /// A loan's account changes by the acts of loans.
  package static func accountOfLoan(_ code: AccountCode, loan: LoanNumber) -> LedgerError {
    LedgerError(
      .accountOwnAct,
      message: Phrase(
        id: "\(code) adalah akun pinjaman \(loan); jurnal umum tidak menyentuhnya.",
        en: "\(code) is an account of loan \(loan); an entry by hand does not touch it."),
      advice: Phrase(
        id: "Pakai angsuran, yang boleh dibayar dari akun lain, atau hapus buku.",
        en: "Use a payment, which another account may make, or write the loan off."),
      remedies: [.loan(.repay(loan)), .loan(.writeOff(loan))])
  }

  /// An account that only acts of its own may use; `advice` is the way of such an act.
  package static func accountOwnAct(
    _ code: AccountCode, use: Phrase, advice: Phrase? = nil, remedies: [Remedy] = []
  ) -> LedgerError {
    LedgerError(
      .accountOwnAct,
      message: Phrase(
        id:
          "Akun \(code) dipakai untuk \(use.indonesian) dan tidak bisa menjadi lawan transaksi ini.",
        en: "Account \(code) serves \(use.english) and cannot be the other side of this."),
      advice: advice
        ?? Phrase(
          id: "Pilih akun lain; akun itu dibukukan oleh perintahnya sendiri.",
          en: "Choose another account; that one is booked by acts of its own."),
      remedies: remedies.isEmpty ? [.journal(.seeChart)] : remedies)
  }

  /// Money that is neither cash nor bank needs a word of what it is.
  package static func memoMissing(counterpart code: AccountCode) -> LedgerError {
    LedgerError(
      .memoMissing,
      message: Phrase(
        id: "Uang dari atau ke \(code) bukan kas dan bukan bank; tulis untuk apa.",
        en: "Money from or to \(code) is neither cash nor bank; say what it is for."),
      advice: Phrase(
        id: "Tulis keterangannya, misalnya “gaji Oktober”.",
        en: "Say what it is for, such as “salary of October”."),
      remedies: [.again(.giveReason)])
  }

  /// The code of a new account is in the chart already.
  package static func accountCodeTaken(_ code: AccountCode) -> LedgerError {
    LedgerError(
      .accountCodeTaken,
      message: Phrase(
        id: "Kode akun \(code) sudah dipakai.", en: "The account code \(code) is taken."),
      advice: Phrase(
        id: "Pakai kode lain; lihat yang sudah ada.",
        en: "Use another code; see those that there are."),
      remedies: [.journal(.seeChart)])
  }

  /// An account that is to be closed still serves for something.
  package static func accountInUse(_ code: AccountCode, _ why: Phrase) -> LedgerError {
    LedgerError(
      .accountInUse,
      message: Phrase(
        id: "Akun \(code) belum bisa ditutup: \(why.indonesian).",
        en: "Account \(code) cannot be closed yet: \(why.english)."),
      advice: Phrase(
        id: "Pindahkan dulu isinya atau perannya, lalu tutup.",
        en: "Move what it holds or serves for first, then close it."))
  }

  /// Marks of an account that do not go together.
  package static func accountTermsUnfit(_ code: AccountCode, _ why: Phrase) -> LedgerError {
    LedgerError(
      .accountTermsUnfit,
      message: Phrase(
        id: "Akun \(code) tidak bisa begitu: \(why.indonesian).",
        en: "Account \(code) cannot be so: \(why.english)."),
      advice: Phrase(
        id: "Lihat tandanya di daftar akun.",
        en: "See its marks in the chart of accounts."),
      remedies: [.journal(.seeChart)])
  }
}
