extension Wording {
  var preparedAndChecked: [Report.Signature] {
    [Report.Signature(role: preparedBy), Report.Signature(role: checkedBy)]
  }

  /// What a side of a statement is called. For the holder, what the balance grows by comes in.
  func side(_ side: Side, _ names: ReportStyle.SideNames, normal: Side) -> String {
    switch names {
    case .debitCredit: side == .debit ? debit : credit
    case .inOut: side == normal ? self("Masuk", "In") : self("Keluar", "Out")
    }
  }
}
