/// A command that moves money. It is not offered to somebody who typed something else: who looks
/// for a member must not be led to a withdrawal.
protocol CommandOfMoney {}

extension DepositCommand: CommandOfMoney {}
extension WithdrawCommand: CommandOfMoney {}
extension TransferCommand: CommandOfMoney {}
extension FeeCommand: CommandOfMoney {}
extension ReleaseCommand: CommandOfMoney {}
extension PayCommand: CommandOfMoney {}
extension ReceiveCommand: CommandOfMoney {}
extension AssetBuyCommand: CommandOfMoney {}
extension AssetDisposeCommand: CommandOfMoney {}
extension TillMoveCommand: CommandOfMoney {}
extension TillOpenCommand: CommandOfMoney {}
extension TillListInCommand: CommandOfMoney {}
extension TillCloseCommand: CommandOfMoney {}
extension DisburseCommand: CommandOfMoney {}
extension RepayCommand: CommandOfMoney {}
extension LoanSettleCommand: CommandOfMoney {}
extension LoanWriteOffCommand: CommandOfMoney {}
extension LoanRecoverCommand: CommandOfMoney {}
extension LoanWaiveCommand: CommandOfMoney {}
extension InterestPayCommand: CommandOfMoney {}
extension EntryAddCommand: CommandOfMoney {}
extension EntryReverseCommand: CommandOfMoney {}
extension MemberLeaveCommand: CommandOfMoney {}
extension MemberMergeCommand: CommandOfMoney {}
extension InsuranceReceiveCommand: CommandOfMoney {}
extension OrderRunCommand: CommandOfMoney {}
extension MemberPayOutCommand: CommandOfMoney {}
