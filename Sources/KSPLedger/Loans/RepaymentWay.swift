import KSPCore

/// How a payment on a loan is made.
struct RepaymentWay {
  var date: BookDate
  /// The savings account that pays; nil for cash.
  var payer: AccountCode?
  var note: EntryNote
  /// What was decided about it.
  var choices = RepaymentChoices()
}
