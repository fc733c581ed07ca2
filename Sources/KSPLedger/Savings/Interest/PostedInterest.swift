import KSPCore

/// Interest that an entry paid now, to whom, and when it was earned.
struct PostedInterest {
  let gross: Rupiah
  /// The months in which it was earned; nil for the month of the day.
  let months: ClosedRange<BookMonth>?
  let day: BookDate
  let entry: EntryNumber
  let account: AccountID
  let code: AccountCode
  let member: Int64
  let number: MemberNumber
}
