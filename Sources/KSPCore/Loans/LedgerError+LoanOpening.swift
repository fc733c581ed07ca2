extension LedgerError.Code {
  /// Another loan or account has the number.
  public static let loanNumberTaken = Self(rawValue: "loan.numberTaken")
  /// A loan that is taken over was paid out after the day on which it is taken over.
  public static let loanOpeningDate = Self(rawValue: "loan.openingDate")
  /// The principal that a loan taken over still owes cannot be.
  public static let loanOpeningPrincipal = Self(rawValue: "loan.openingPrincipal")
  /// The interest that a loan taken over owes, or has paid ahead, does not fit its plan.
  public static let loanOpeningInterest = Self(rawValue: "loan.openingInterest")
  /// The overdue principal of a loan taken over contradicts what it still owes.
  public static let loanOpeningArrears = Self(rawValue: "loan.openingArrears")
  /// The day through which a loan taken over is paid contradicts what it still owes.
  public static let loanOpeningPaidUntil = Self(rawValue: "loan.openingPaidUntil")
}

extension LedgerError {
  /// Another loan or account has the number.
  package static func loanNumberTaken(_ number: LoanNumber) -> LedgerError {
    LedgerError(
      .loanNumberTaken,
      message: Phrase(
        id: "Nomor \(number) sudah dipakai pinjaman atau akun lain.",
        en: "The number \(number) is taken by another loan or account."),
      advice: Phrase(
        id: "Beri pinjaman ini nomor lain, atau kosongkan supaya diberi nomor.",
        en: "Give this loan another number, or leave it out to have one given."))
  }

  /// A loan that is taken over was paid out after the day on which it is taken over.
  package static func loanOpeningDate(_ disbursedOn: BookDate, asOf date: BookDate) -> LedgerError {
    LedgerError(
      .loanOpeningDate,
      message: Phrase(
        id: "Tanggal cair \(disbursedOn) sesudah tanggal saldo awal \(date).",
        en: "The loan was paid out on \(disbursedOn), after the opening day \(date)."),
      advice: Phrase(
        id: "Perbaiki tanggalnya; pinjaman yang cair sesudahnya dicatat sebagai pencairan.",
        en: "Correct the date; a loan paid out later is booked as a disbursement."),
      remedies: [.loan(.payOut(nil))])
  }

  /// The principal that a loan taken over still owes cannot be.
  package static func loanOpeningPrincipal(_ owed: Rupiah, of principal: Rupiah) -> LedgerError {
    LedgerError(
      .loanOpeningPrincipal,
      message: Phrase(
        id: "Sisa pokok \(owed.formatted) harus di atas nol dan paling banyak pokok "
          + "\(principal.formatted).",
        en: "The principal owed, \(owed.formatted), must be above zero and at most the "
          + "\(principal.formatted) that were lent."),
      advice: Phrase(
        id: "Perbaiki sisa pokok atau pokoknya; hapus baris pinjaman yang sudah lunas.",
        en: "Correct what is owed or what was lent; leave out a loan that is paid back."))
  }

  /// More interest, or administration, is owed, or paid ahead, than the plan knows.
  package static func loanOpeningInterest(
    _ amount: Rupiah, of component: LoanComponent = .interest, most: Rupiah, isAhead: Bool,
    asOf date: BookDate
  ) -> LedgerError {
    let (name, english) = (component.name.indonesian.lowercased(), component.name.english)
    return LedgerError(
      .loanOpeningInterest,
      message: isAhead
        ? Phrase(
          id:
            "\(component.name.indonesian) di muka \(amount.formatted) melebihi \(name) setelah \(date) menurut rencana: "
            + "\(most.formatted).",
          en: "\(english) of \(amount.formatted) paid ahead exceeds what the plan asks for after "
            + "\(date): \(most.formatted).")
        : Phrase(
          id:
            "Tunggakan \(name) \(amount.formatted) melebihi \(name) yang jatuh tempo sampai \(date) "
            + "menurut rencana: \(most.formatted).",
          en:
            "Unpaid \(english.lowercased()) of \(amount.formatted) exceeds what fell due by \(date) under the plan: "
            + "\(most.formatted)."),
      advice: Phrase(
        id: "Periksa jumlahnya, tingkat jasa, jangka waktu dan tanggal cair.",
        en: "Check the amount, the rate, the term and the day of payout."))
  }

  /// Interest, or administration, is said to be unpaid and paid ahead at once.
  package static func loanOpeningInterestTwice(
    _ component: LoanComponent = .interest
  ) -> LedgerError {
    LedgerError(
      .loanOpeningInterest,
      message: Phrase(
        id: "\(component.name.indonesian) tidak bisa menunggak dan dibayar di muka sekaligus.",
        en: "\(component.name.english) cannot be unpaid and paid ahead at once."),
      advice: Phrase(id: "Kosongkan salah satunya.", en: "Leave one of the two out."))
  }

  /// The overdue principal contradicts what the loan still owes.
  package static func loanOpeningArrears(
    _ given: Rupiah, computed: Rupiah, asOf date: BookDate
  ) -> LedgerError {
    LedgerError(
      .loanOpeningArrears,
      message: Phrase(
        id: "Menurut rencana dan sisa pokok, tunggakan pokok pada \(date) adalah "
          + "\(computed.formatted), bukan \(given.formatted).",
        en:
          "By the plan and what is owed, the principal overdue on \(date) is \(computed.formatted), "
          + "not \(given.formatted)."),
      advice: Phrase(
        id: "Periksa sisa pokok, jangka waktu dan tanggalnya, atau kosongkan tunggakan pokok.",
        en: "Check what is owed, the term and the dates, or leave the overdue principal out."))
  }

  /// An installment that is said to be paid is open, or one after it is paid.
  package static func loanOpeningPaidUntil(
    _ day: BookDate, installment: Installment, isPaid: Bool
  ) -> LedgerError {
    let (number, due) = (installment.number, installment.due)
    return LedgerError(
      .loanOpeningPaidUntil,
      message: isPaid
        ? Phrase(
          id: "Lunas sampai \(day), tetapi sisa pokok berarti angsuran ke-\(number) (\(due)) pun "
            + "lunas.",
          en:
            "Paid until \(day), but what is owed means that installment \(number) (\(due)) is paid "
            + "too.")
        : Phrase(
          id:
            "Lunas sampai \(day), tetapi sisa pokok atau jasa berarti angsuran ke-\(number) (\(due)) "
            + "belum lunas.",
          en:
            "Paid until \(day), but what is owed means that installment \(number) (\(due)) is not "
            + "paid."),
      advice: Phrase(
        id: "Periksa sisa pokok, jangka waktu dan tanggalnya, atau kosongkan tanggal lunasnya.",
        en: "Check what is owed, the term and the dates, or leave the paid-until day out."))
  }
}
