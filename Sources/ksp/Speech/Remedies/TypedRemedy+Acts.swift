import KSPCore

/// The commands of remedies.
extension TypedRemedy {
  static func typed(_ remedy: Remedy.OnBook, _ language: Language) -> TypedRemedy {
    switch remedy {
    case .make: .command(command(InitCommand.self, Hole.name[language], in: language))
    case .open(nil): .addition([["--book", Hole.file[language]]])
    case .open(let path?): .command(command(StatusCommand.self, "--book", path, in: language))
    case .verify(let path):
      .command(
        command(VerifyCommand.self, path.map { _ in "--book" }, path, in: language))
    case .backUp: .command(command(BackupCommand.self, in: language))
    case .restore: .command(command(RestoreCommand.self, Hole.file[language], in: language))
    case .seeHistory(let subject): .command(command(LogCommand.self, subject, in: language))
    case .seeTemplate: .command(command(TemplateCommand.self, Hole.list[language], in: language))
    case .addOfficer(let name): .command(command(OfficerAddCommand.self, name, in: language))
    case .giveTaxNumber:
      .command(
        command(SettingsSetCommand.self, "--npwp", Hole.number[language], in: language))
    case .seeOfficers: .command(command(OfficerListCommand.self, in: language))
    }
  }

  static func words(_ remedy: Remedy.OnJournal, _ language: Language) -> [String] {
    switch remedy {
    case .seeChart: command(ChartShowCommand.self, in: language)
    case .seeStandardChart: command(InitCommand.self, "--show-chart", in: language)
    case .seeTrialBalance: command(TrialBalanceCommand.self, in: language)
    case .seeAssets: command(AssetListCommand.self, in: language)
    case .seeVouchers: command(EntryListCommand.self, in: language)
    case .reverse(let entry): command(EntryReverseCommand.self, entry.description, in: language)
    case .letBeNegative(let code):
      command(AccountSetCommand.self, code.text, "--may-be-negative", in: language)
    case .nameAccount(let name):
      command(ChartNameCommand.self, name, Hole.account[language], in: language)
    }
  }

  static func words(_ remedy: Remedy.OnMember, _ language: Language) -> [String] {
    switch remedy {
    case .add:
      command(MemberAddCommand.self, "Siti Aminah", "--pokok", "100000", in: language)
    case .see(let member):
      command(MemberShowCommand.self, member ?? Hole.member[language], in: language)
    case .find: command(FindCommand.self, Hole.name[language], in: language)
    case .endMembership(let member, let date, let setsOff):
      command(
        MemberLeaveCommand.self, member ?? Hole.member[language], date.map { _ in "--date" },
        date?.description, setsOff ? "--set-off-loans" : nil, in: language)
    case .changeKind(let member):
      command(
        MemberSetCommand.self, member, "--kind", Hole.kind[language],
        Phrase(id: "--mulai", en: "--from")[language], Hole.month[language], in: language)
    case .giveTaxNumber(let member):
      command(MemberSetCommand.self, member, "--npwp", Hole.number[language], in: language)
    case .seeDues(let member): command(DuesShowCommand.self, member, in: language)
    case .seeOwed: command(MemberOwedCommand.self, in: language)
    }
  }

  static func words(_ remedy: Remedy.OnSavings, _ language: Language) -> [String] {
    switch remedy {
    case .deposit(let account): command(DepositCommand.self, account, in: language)
    case .withdraw(let account): command(WithdrawCommand.self, account, in: language)
    case .chargeFee(let account): command(FeeCommand.self, account, in: language)
    case .transfer(let account): command(TransferCommand.self, account, in: language)
    case .release(let account):
      command(
        ReleaseCommand.self, account, Hole.amount[language], "--decision",
        Hole.decision[language], in: language)
    case .releaseHold(let number, let date):
      command(
        HoldReleaseCommand.self, "\(number)", "--reason", Hole.reason[language],
        date.map { _ in "--date" }, date?.description, in: language)
    case .seeHolds: command(HoldListCommand.self, in: language)
    case .seeOrders: command(OrderListCommand.self, in: language)
    case .seePlanned: command(PlannedListCommand.self, in: language)
    case .payPlanned(let account): command(PlannedPayCommand.self, account, in: language)
    case .endPlanned(let account):
      command(PlannedEndCommand.self, account, "--reason", Hole.reason[language], in: language)
    case .seeDeposits: command(TermListCommand.self, in: language)
    case .breakDeposit(let account): command(TermBreakCommand.self, account.text, in: language)
    case .addDepositProduct:
      command(
        TermProductAddCommand.self, Hole.code[language], Hole.name[language], "--prefix",
        Hole.prefix[language], "--rate", Hole.tier[language], in: language)
    case .offerPlanned(let product):
      command(
        PlannedTermsCommand.self, product?.text ?? Hole.code[language], "--tenor",
        Hole.count[language], "--rate", Hole.rate[language], "--lapsed-rate",
        Hole.rate[language], in: language)
    case .setDepositRates(let product):
      command(
        TermProductSetCommand.self, product.text, "--rate", Hole.tiers[language], in: language)
    case .payInterest: command(InterestPayCommand.self, in: language)
    case .correctInterest(let account, let month):
      command(
        InterestCorrectCommand.self, account?.text ?? Hole.savings[language],
        month?.description ?? Hole.month[language], in: language)
    }
  }

  static func words(_ remedy: Remedy.OnLoan, _ language: Language) -> [String] {
    switch remedy {
    case .apply: command(LoanApplyCommand.self, in: language)
    case .changeApplication(let loan, let amount):
      command(
        LoanChangeCommand.self, loan, amount.map { _ in "--amount" }, amount?.description,
        in: language)
    case .approve(let loan): command(LoanApproveCommand.self, loan, in: language)
    case .payOut(let loan): command(DisburseCommand.self, loan, in: language)
    case .repay(let loan): command(RepayCommand.self, loan, in: language)
    case .settle(let loan, let date):
      command(
        LoanSettleCommand.self, loan, date.map { _ in "--date" }, date?.description, in: language)
    case .reschedule(let loan):
      command(LoanRescheduleCommand.self, loan, "--term", Hole.count[language], in: language)
    case .writeOff(let loan): command(LoanWriteOffCommand.self, loan, in: language)
    case .recover(let loan): command(LoanRecoverCommand.self, loan, in: language)
    case .takeOver: command(LoanImportCommand.self, Hole.file[language], in: language)
    case .see(let loan): command(LoanShowCommand.self, loan, in: language)
    case .find: command(LoanListCommand.self, in: language)
    case .explain(let loan):
      command(ExplainCommand.self, loan, Hole.month[language], in: language)
    case .addProduct:
      command(
        LoanProductAddCommand.self, Hole.code[language], Hole.name[language], in: language)
    }
  }

  static func words(_ remedy: Remedy.OnCounter, _ language: Language) -> [String] {
    switch remedy {
    case .seeTills: command(TillListCommand.self, in: language)
    case .openTill(let name): command(TillOpenCommand.self, name, in: language)
    case .closeTill(let name):
      command(TillCloseCommand.self, name, Hole.amount[language], in: language)
    case .seeBank(let account):
      command(
        BankListCommand.self, account.map { _ in "--account" }, account?.text, in: language)
    case .endBankRule(let text, let account):
      command(BankRuleEndCommand.self, text, "--account", account.text, in: language)
    case .seeClaims: command(ClaimListCommand.self, in: language)
    case .sendClaim(let month):
      command(ClaimSendCommand.self, month.description, in: language)
    case .seeInsuranceClaims: command(InsuranceListCommand.self, in: language)
    }
  }

  static func words(_ remedy: Remedy.OnMonth, _ language: Language) -> [String] {
    switch remedy {
    case .preview(let month):
      command(MonthEndPreviewCommand.self, month.description, in: language)
    case .end(let month): command(MonthEndRunCommand.self, month.description, in: language)
    case .checkTax(let month): command(TaxCheckCommand.self, month.description, in: language)
    case .seeYear(let year): command(YearEndStatusCommand.self, year, in: language)
    case .endYear(let year): command(YearEndRunCommand.self, year, in: language)
    case .ratifyYear(let year, let withShu):
      command(
        YearEndRatifyCommand.self, year, "--decision", Hole.decision[language], "--date",
        Hole.date[language], withShu ? "--shu" : nil, withShu ? Hole.amount[language] : nil,
        in: language)
    case .adjustYear(let year, let debit, let credit, let amount):
      command(
        YearEndAdjustCommand.self, year, "--debit", "\(debit)=\(amount)", "--credit",
        "\(credit)=\(amount)", "--document", Hole.document[language], "--memo",
        Hole.reason[language], "--by", Hole.name[language], in: language)
    case .correctYear(let year):
      command(
        YearEndCorrectCommand.self, year, "--debit", Hole.leg[language], "--credit",
        Hole.leg[language], "--document", Hole.document[language], "--memo",
        Hole.reason[language], "--by", Hole.name[language], in: language)
    case .coverLoss(let year, let loss):
      command(
        YearEndCoverCommand.self, year, "--from", "\(Hole.account[language])=\(loss)",
        "--decision", Hole.decision[language], in: language)
    case .decideShu(let year):
      command(
        ShuDecideCommand.self, year, "--date", Hole.date[language], "--decision",
        Hole.decision[language], in: language)
    case .postShu(let year): command(ShuPostCommand.self, year, in: language)
    case .seeShu(let year): command(ShuListCommand.self, year, in: language)
    }
  }
}
