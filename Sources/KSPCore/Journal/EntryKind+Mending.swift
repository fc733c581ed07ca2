extension EntryKind {
  /// How an entry that is never reversed is set right: by the acts of what it moved, as an entry by
  /// hand touches no account of a member.
  ///
  /// `account` is the only one of a member that it moves, `year` the book year that it belongs to.
  func mending(
    on date: BookDate, _ account: AccountCode?, year: Int
  ) -> (advice: Phrase, remedies: [Remedy]) {
    switch self {
    case .savingsInterest, .interestTax, .taxAdjustment, .interestCorrection, .depositInterest,
      .monthlyFee:
      return mendingInterest(on: date, account)
    case .loanInterest, .loanFee, .provision, .accrual, .reallocation, .depreciation,
      .corporateTax:
      return mendingConsequence(year: year)
    case .yearAdjustment, .yearClosing, .yearRatification:
      return (
        Phrase(
          id: "Tahun buku yang sudah disahkan dikoreksi di bulan yang terbuka; yang belum, dengan "
            + "penyesuaian.",
          en: "A year that is ratified is corrected in the open month, one that is not by an "
            + "adjustment."), [.month(.seeYear(year)), .month(.correctYear(year))]
      )
    case .depositEnding:
      return (
        Phrase(
          id: "Buka lagi berjangka baru dengan uang itu.",
          en: "Place the money again in a new term deposit."), [.savings(.seeDeposits)]
      )
    case .plannedPayment:
      return (
        Phrase(
          id: "Buka lagi simpanan berencana baru dengan uang itu.",
          en: "Save the money again in new planned savings."), [.savings(.seePlanned)]
      )
    case .merge:
      return (
        Phrase(
          id: "Pindahkan simpanan yang salah ke rekening yang benar.",
          en: "Move what went wrong to the account it belongs to."),
        [.savings(.transfer(from: account?.text))]
      )
    case .leave:
      return (
        Phrase(
          id: "Daftarkan lagi orangnya sebagai anggota baru.",
          en: "Add the person again as a new member."), [.member(.add)]
      )
    case .tillDifference:
      return (
        Phrase(
          id: "Hitung lagi kasnya, lalu tutup lagi.", en: "Count the till and close it again."),
        [.counter(.seeTills)]
      )
    case .reversal:
      return (
        Phrase(
          id: "Catat lagi transaksinya seperti semula.", en: "Enter once more what it took back."),
        [.journal(.seeVouchers)]
      )
    default:
      return (
        Phrase(
          id: "Perbaiki dengan jurnal umum di bulan yang terbuka.",
          en: "Correct it with a journal entry in the open month."), []
      )
    }
  }

  /// The same for what follows from something else, which is what is to be set right.
  private func mendingConsequence(year: Int) -> (advice: Phrase, remedies: [Remedy]) {
    switch self {
    case .reallocation:
      return (
        Phrase(
          id: "Balik angsuran yang menyebabkannya, kalau angsuran itu yang salah.",
          en: "Reverse the payment that brought it about, if that was wrong."),
        [.journal(.seeVouchers)]
      )
    case .depreciation:
      return (
        Phrase(
          id: "Betulkan rencana penyusutan asetnya; akhir bulan berikut mengikutinya.",
          en: "Set the plan of the asset right; the next month end follows it."),
        [.journal(.seeAssets)]
      )
    case .corporateTax:
      return (
        Phrase(
          id: "Selisihnya dibukukan dengan penyesuaian akhir tahun.",
          en: "The difference is booked by an adjustment of the year."),
        [.month(.seeYear(year))]
      )
    default:
      return (
        Phrase(
          id: "Betulkan pinjaman, angsuran, atau rekening yang salah; akhir bulan berikut "
            + "membukukan selisihnya.",
          en: "Set right the loan, the payment or the account that was wrong; the next month end "
            + "books the difference."), [.journal(.seeVouchers)]
      )
    }
  }

  /// The same for what is paid or charged by a rate.
  private func mendingInterest(
    on date: BookDate, _ account: AccountCode?
  ) -> (advice: Phrase, remedies: [Remedy]) {
    switch self {
    case .depositInterest:
      let charge = account.map { Remedy.savings(.chargeFee($0.text)) }
      return (
        Phrase(
          id: "Jasa yang kurang dibayar ke simpanan anggota; yang lebih dipotong dari simpanannya.",
          en: "Interest that lacks is paid into the member's savings; what was too much is charged "
            + "to them."), [.savings(.payInterest), charge].compactMap(\.self)
      )
    case .monthlyFee:
      return (
        Phrase(
          id: "Kembalikan dengan setoran yang lawannya akun pendapatan biaya itu.",
          en: "Give it back by a deposit with the account of its income as the other side."),
        [.savings(.deposit(account?.text))]
      )
    default:
      let isOfMonth = self == .savingsInterest || self == .interestTax
      return (
        Phrase(
          id: "Perbaiki dengan koreksi jasa rekening itu.",
          en: "Set it right by correcting the interest of the account."),
        [.savings(.correctInterest(account, in: isOfMonth ? date.month : nil))]
      )
    }
  }
}
