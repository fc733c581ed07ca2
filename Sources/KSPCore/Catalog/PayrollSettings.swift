extension BookSettings {
  /// What is decided about payroll lists, by the name under which a book speaks of it.
  package static let payrollChoices:
    [(name: String, value: any WritableKeyPath<BookSettings, String?> & Sendable)] = [
      ("payrollOrder", \.payrollOrderWord)
    ]

  private var payrollOrderWord: String? {
    get { payrollOrder?.description }
    set { payrollOrder = newValue.map { PayrollOrder(parsing: $0) } }
  }
}
