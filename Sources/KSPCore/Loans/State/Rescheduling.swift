/// A new plan for a loan that cannot be paid as agreed.
package struct Rescheduling: Sendable {
  /// The day on which it begins.
  package let date: BookDate
  /// The number of installments.
  package let count: Int
  /// The rate; nil for the one in force.
  package let rate: Rate?
  /// The method; nil for the one in force.
  package let method: LoanMethod?
  /// The first due date; nil for one interval after the day.
  package let firstDue: BookDate?
  /// Reference, memo and author.
  package let note: EntryNote

  /// A new plan as it was asked for.
  package init(
    date: BookDate, count: Int, rate: Rate?, method: LoanMethod?, firstDue: BookDate?,
    note: EntryNote
  ) {
    self.date = date
    self.count = count
    self.rate = rate
    self.method = method
    self.firstDue = firstDue
    self.note = note
  }
}
