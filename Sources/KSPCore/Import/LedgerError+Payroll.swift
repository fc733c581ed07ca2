extension LedgerError.Code {
  /// A deduction is more than what it can be used for.
  public static let payrollTooMuch = Self(rawValue: "payroll.tooMuch")
  /// An order of use that cannot be followed.
  public static let payrollOrderInvalid = Self(rawValue: "payroll.orderInvalid")
  /// The same list was booked in the same month.
  public static let payrollSameList = Self(rawValue: "payroll.sameList")
}

extension LedgerError {
  /// A deduction is more than what it can be used for; `what` is a loan or a member.
  package static func payrollTooMuch(_ what: String, left: Rupiah) -> LedgerError {
    LedgerError(
      .payrollTooMuch,
      message: Phrase(
        id: "Potongan untuk \(what) terlalu besar: sisa \(left.formatted) tidak ada tujuannya.",
        en: "The deduction for \(what) is too much: \(left.formatted) of it have nowhere to go."),
      advice: Phrase(
        id:
          "Betulkan jumlahnya; taruh sukarela di akhir urutan, atau masukkan sisanya ke simpanan.",
        en: "Correct the sum; put sukarela at the end of the order, or put the rest into savings."),
      remedies: [.again(.keepRestInSavings)])
  }

  /// An order of use that cannot be followed.
  package static func payrollOrderInvalid(_ reason: Phrase) -> LedgerError {
    LedgerError(
      .payrollOrderInvalid,
      message: Phrase(
        id: "Urutan potongan tidak bisa dipakai: \(reason.indonesian).",
        en: "The order of deductions cannot be used: \(reason.english)."),
      advice: Phrase(
        id: "Tulis misalnya wajib,pinjaman,sukarela.",
        en: "Write for example wajib,loans,sukarela."))
  }

  /// The same list was booked in the same month.
  package static func payrollSameList(by entry: String, month: BookMonth) -> LedgerError {
    LedgerError(
      .payrollSameList,
      message: Phrase(
        id: "Daftar yang sama sudah dibukukan untuk \(month.name.indonesian): \(entry).",
        en: "The same list was booked for \(month.name.english) before: \(entry)."),
      advice: Phrase(
        id: "Kalau memang potongan lain, beri nomor daftarnya sebagai referensi.",
        en: "If it is another deduction, give it a reference of its own."),
      remedies: [.again(.giveReference)])
  }
}
