import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

extension RefusalCase {
  /// Sheets that cannot be taken as they are.
  static let sheets: [RefusalCase] =
    [
      RefusalCase("import.notTable") { _ in
        _ = try SheetText([0x50, 0x4B, 0x03, 0x04], file: "m.xlsx")
      },
      RefusalCase("import.twoWritings") { scene in
        try scene.members("5,A,2026-02-20\n6,B,20/02/2026\n")
      },
      RefusalCase("import.columnTwice") { scene in
        try scene.only {
          try scene.ledger.importMembers(csv: "number,name,nama,joined\n5,A,A,x\n", file: "m")
        }
      },
      RefusalCase("import.columnDropped") { scene in
        try scene.only {
          try scene.ledger.importMembers(
            csv: "number,name,joined,zz\n5,A,2026-02-20,5000\n", file: "m")
        }
      },
      RefusalCase("import.ignoredUnknown") { scene in
        var way = ImportWay()
        way.ignoring = ["zz"]
        try scene.only {
          try scene.ledger.importMembers(SheetText("number,name,joined\n", file: "m"), way)
        }
      },
      RefusalCase("import.onlyCounter") { scene in
        try scene.only {
          try scene.ledger.importMembers(csv: "No,name,joined\n1,A,2026-02-20\n", file: "m")
        }
      },
      RefusalCase("import.numberShortened") { try $0.members("3.2E+15,A,2026-02-20\n") },
      RefusalCase("import.numbersMissing") { try $0.members(",A,2026-02-20\n") },
      RefusalCase("import.rowMarked") { scene in
        try scene.only {
          try scene.ledger.importTransactions(
            csv: """
              date,member,product,type,amount,reference,memo
              2026-02-21,0001,sukarela,deposit,1,R-1,batal
              """, file: "t")
        }
      },
      RefusalCase("import.rowSum") { try $0.payroll("member,wajib,total\n0001,5000,6000\n") },
      RefusalCase("import.bothSides") { scene in
        try scene.only {
          try scene.ledger.importTransactions(
            csv: "date,member,product,in,out,reference\n2026-02-21,0001,sukarela,5,6,R-1\n",
            file: "t")
        }
      },
      RefusalCase("import.loanIncomplete") { scene in
        try scene.only {
          try scene.ledger.importOpeningBalances(
            csv: "member,wajib,outstanding\n0001,5,600\n", file: "o", on: day("2025-12-31"))
        }
      },
      RefusalCase("import.accountsDiffer") { scene in
        try scene.only {
          try scene.ledger.importTransactions(
            csv: """
              date,member,product,type,amount,reference,from,counterpart
              2026-02-21,0001,sukarela,deposit,5,R-1,1-1000,1-1100
              """, file: "t")
        }
      },
      RefusalCase("import.nameDiffers") { try $0.payroll("member,name,wajib\n0001,Xerxes,5000\n") },
      RefusalCase("rate.periodMissing") { _ in
        let book = try LoanBook()
        let error = refused {
          try book.ledger.importLoans(
            csv: """
              member,product,principal,disbursed,term,rate,outstanding,interest_arrears
              0001,flat,1200000,2025-12-01,12,2%,1200000,0
              """, file: "l", on: day("2025-12-31"))
        }
        throw error?.details.first ?? LedgerError.amountOverflow()
      },
      RefusalCase("payroll.tooMuch") { scene in
        try scene.payroll("member,amount\n0001,5000\n", order: "loans")
      },
      RefusalCase("payroll.orderInvalid") { scene in
        try scene.payroll("member,amount\n0001,5000\n", order: "sukarela,wajib")
      },
      RefusalCase("import.empty") { _ in
        _ = try LoanBook().ledger.importRepayments(
          csv: "member,wajib\n0001,0\n", file: "g", on: day("2026-01-15"))
      },
      RefusalCase("payroll.sameList") { _ in
        let book = try LoanBook()
        for date in ["2026-01-15", "2026-01-16"] {
          _ = try book.ledger.importRepayments(
            csv: "member,wajib\n0001,5000\n", file: "g", on: day(date))
        }
      },
      RefusalCase("opening.differs") { _ in
        let ledger = try makeBook(TestFolder())
        for amount in ["5", "6"] {
          do {
            _ = try ledger.importOpeningBalances(
              csv: "account,debit\n1-1000,\(amount)\n", file: "o", on: day("2025-12-31"))
          } catch let error as LedgerError {
            throw error.details.first ?? error
          }
        }
      },
    ]
}

extension RefusalScene {
  /// Brings in members of which one is refused.
  fileprivate func members(_ rows: String) throws {
    try only { try ledger.importMembers(csv: "number,name,joined\n" + rows, file: "m") }
  }

  /// Takes a payroll list of which one row is refused.
  fileprivate func payroll(_ text: String, order: String? = nil) throws {
    do {
      _ = try ledger.importRepayments(
        csv: text, file: "g", on: day(RefusalScene.today),
        terms: PayrollTerms(order: order.map(PayrollOrder.init)))
    } catch let error as LedgerError {
      throw error.details.first ?? error
    }
  }
}
