extension LedgerError.Code {
  /// A plan of installments cannot be as asked.
  public static let loanPlanInvalid = Self(rawValue: "loan.planInvalid")
  /// The parts of a plan cannot be rounded as asked.
  public static let loanPlanUnroundable = Self(rawValue: "loan.planUnroundable")
}

extension LedgerError {
  /// A plan of installments cannot be as asked; `advice` says what would do, where that is known.
  package static func loanPlanInvalid(
    _ reason: Phrase, advice: Phrase? = nil, remedies: [Remedy] = []
  ) -> LedgerError {
    LedgerError(
      .loanPlanInvalid,
      message: Phrase(
        id: "Rencana angsuran tidak bisa dibuat: \(reason.indonesian).",
        en: "The plan of installments cannot be made: \(reason.english)."),
      advice: advice
        ?? Phrase(
          id: "Perbaiki jumlah, tingkat jasa, jangka waktu atau tanggalnya.",
          en: "Correct the amount, the rate, the term or the date."),
      remedies: remedies)
  }

  /// The parts of a plan cannot be rounded as asked.
  package static func loanPlanUnroundable(
    _ rounding: Rounding, installment number: Int
  ) -> LedgerError {
    let mode = rounding.mode.name
    return LedgerError(
      .loanPlanUnroundable,
      message: Phrase(
        id: "Dengan pembulatan ke \(rounding.step.formatted) (\(mode.indonesian)), pokok "
          + "angsuran ke-\(number) tidak bisa dibagi: pokoknya habis atau kurang dari nol.",
        en: "Rounded to \(rounding.step.formatted) (\(mode.english)), installment \(number) "
          + "has no principal left, or less than none."),
      advice: Phrase(
        id: "Pakai pembulatan yang lebih kecil, atau jangka waktu yang lebih pendek.",
        en: "Use a smaller rounding, or a shorter term."))
  }
}
