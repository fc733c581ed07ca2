import KSPLedger

/// What an employer's payroll office sends: a national number and an amount per employee.
struct PayrollList {
  /// What is wrong with a list, line by line.
  struct Refusal: Error {
    let problems: [(line: Int, text: String)]
  }

  private struct Row {
    let line: Int
    let nik: String
    let amount: Rupiah
  }

  /// What goes into simpanan wajib each month; the rest of a deduction is sukarela.
  static let wajib: Rupiah = 25_000

  private let rows: [Row]
  private let paidOn: BookDate

  /// Reads lines of `nik;potongan` below a heading; all mistakes are reported together.
  init(_ text: String, paidOn: BookDate) throws(Refusal) {
    var rows: [Row] = []
    var problems: [(line: Int, text: String)] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where index > 0 && !line.isEmpty {
      let cells = line.split(separator: ";").map(String.init)
      guard cells.count == 2, let amount = try? Rupiah(parsing: cells[1]) else {
        problems.append((index + 1, "“\(line)” bukan nik;potongan."))
        continue
      }
      guard amount.isPositive else {
        problems.append((index + 1, "Potongan “\(cells[1])” harus lebih dari nol."))
        continue
      }
      rows.append(Row(line: index + 1, nik: cells[0], amount: amount))
    }
    guard problems.isEmpty else { throw Refusal(problems: problems) }
    self.rows = rows
    self.paidOn = paidOn
  }

  /// The deposits of the list, for members found by their national number. The reference makes it
  /// safe to post a list again after a crash or by mistake.
  func acts(members: [MemberSummary]) throws(Refusal) -> [BookAct] {
    var byID: [String: Member] = [:]
    for summary in members {
      if let id = summary.member.profile.nik { byID[id] = summary.member }
    }
    var acts: [BookAct] = []
    var strangers: [(line: Int, text: String)] = []
    for row in rows {
      // No more is booked than was deducted.
      let wajib = min(row.amount, Self.wajib)
      guard let member = byID[row.nik], let rest = try? row.amount - wajib else {
        strangers.append((row.line, "Tidak ada anggota dengan NIK \(row.nik)."))
        continue
      }
      let parts: [(ProductCode, Rupiah)] = [("wajib", wajib), ("sukarela", rest)]
      for (product, amount) in parts where amount.isPositive {
        acts.append(
          .savings(
            SavingsEvent(
              .deposit, amount, member: member.number, product: product, on: paidOn,
              reference: "gaji/\(paidOn.month)/\(member.number)/\(product)",
              note: EntryNote(memo: "potong gaji"))))
      }
    }
    guard strangers.isEmpty else { throw Refusal(problems: strangers) }
    return acts
  }
}
