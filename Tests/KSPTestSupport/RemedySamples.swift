public import KSPCore

extension Remedy {
  /// Every remedy, with its arguments and, where they may be left open, without.
  public static var samples: [Remedy] {
    get throws {
      let (code, loan) = ("SUK-0001" as AccountCode, "PJ-0001" as LoanNumber)
      let (day, month) = (try BookDate(parsing: "2026-01-20"), try BookMonth(parsing: "2026-01"))
      let book: [OnBook] = [
        .make, .open(path: nil), .open(path: "buku lama.ksp"), .verify(path: nil),
        .verify(path: "cadangan \"kita\".ksp"), .backUp, .restore, .seeHistory(of: "0001"),
        .seeTemplate, .addOfficer("sari"), .seeOfficers, .giveTaxNumber,
      ]
      let journal: [OnJournal] = [
        .seeChart, .seeStandardChart, .seeTrialBalance, .seeVouchers, .seeAssets,
        .reverse(EntryNumber(12)),
        .letBeNegative(AccountCode("1-1010")), .nameAccount("listrik"),
      ]
      let member: [OnMember] = [
        .add, .see(nil), .see("0001"), .find, .endMembership(nil), .endMembership("0001", on: day),
        .endMembership("0001", on: day, settingOffLoans: true), .changeKind("0001"),
        .giveTaxNumber("0001"), .seeDues("0001"), .seeOwed,
      ]
      let savings: [OnSavings] = [
        .deposit(nil), .deposit(code.text), .withdraw(code.text), .chargeFee(code.text),
        .transfer(from: nil), .transfer(from: code.text), .release(from: "WAJ-0001"), .payInterest,
        .correctInterest(), .correctInterest(code, in: month), .releaseHold(3),
        .releaseHold(3, on: day), .seeHolds,
        .seeOrders, .seePlanned,
        .payPlanned("BRC-0001"), .endPlanned("BRC-0001"), .seeDeposits,
        .breakDeposit("BJK-0001"), .setDepositRates("berjangka"),
        .addDepositProduct, .offerPlanned(nil), .offerPlanned("berencana"),
      ]
      let loans: [OnLoan] = [
        .apply, .changeApplication(loan), .changeApplication(loan, amount: 1_500_000),
        .approve(loan), .payOut(nil), .payOut(loan), .repay(loan), .settle(loan),
        .settle(loan, on: day), .reschedule(loan), .writeOff(loan), .recover(loan), .takeOver,
        .see(loan), .find, .explain(loan), .addProduct,
      ]
      let counter: [OnCounter] = [
        .seeTills, .openTill("teller 1"), .closeTill("teller 1"), .seeBank(nil),
        .seeBank("1-1100"), .endBankRule("ADM", of: "1-1100"), .seeClaims,
        .sendClaim(month), .seeInsuranceClaims,
      ]
      let again: [Again] = [
        .allowFutureDate, .endMonthEarly, .giveReason, .nameAuthor, .nameDecision, .giveReference,
        .chooseOtherSide, .setOffLoans, .returnWhileOwed, .settle, .payAhead, .keepRestInSavings,
        .changeTerms, .nameAllocation, .payInterestWithEach, .chooseMethod, .dropLateFeeCap,
        .giveTaxNumber, .countFrom, .ignoreColumn(nil), .ignoreColumn("Tgl. bayar"),
        .assignNumbers, .replacePosted, .divideInOrder, .leaveMemberOut("0004"),
        .giveBases,
      ]
      let months: [OnMonth] = [
        .preview(month), .end(month), .checkTax(month), .seeYear(2025), .endYear(2025),
        .ratifyYear(2025), .ratifyYear(2024, withShu: true),
        .adjustYear(2025, debit: "5-4000", credit: "2-1420", 150_000), .correctYear(2025),
        .coverLoss(2025, 150_000),
        .decideShu(2025), .postShu(2025), .seeShu(2025),
      ]
      return book.map { .book($0) } + journal.map { .journal($0) } + member.map { .member($0) }
        + savings.map { .savings($0) } + loans.map { .loan($0) } + months.map { .month($0) }
        + counter.map { .counter($0) } + again.map { .again($0) }
    }
  }
}
