import GRDB
import KSPCore

/// The desk at which funds of an SHU are paid out to people by name, such as the board and staff.
struct ShuRewardDesk {
  let session: PostingSession

  private var reader: ShuRewardReader { ShuRewardReader(db: session.db) }

  /// Pays somebody out of a fund: the tax that is withheld is owed to the state.
  func pay(
    _ order: ShuReward.Order, from payer: AccountCode?, on date: BookDate, _ note: EntryNote
  ) throws -> ShuReward {
    if let replay = try replay(order, on: date, note) { return replay }
    try session.requirePositive(order.gross)
    guard order.recipient.isUsableText, order.rate < .whole else {
      throw LedgerError.shuRewardUnfit(to: order.recipient, rate: order.rate)
    }
    let division = try ShuReader(db: session.db).requireDivision(of: order.year)
    guard date >= division.date else {
      throw LedgerError.shuTooEarly(order.year, date, before: division.date)
    }
    let (line, fund) = try fund(order, of: division)
    let tax = try ShuReward.tax(on: order)
    let payable = try tax.isZero ? nil : session.catalog.account(.taxEmployee)
    let side = OtherSide(session: session)
    let cash = try side.account(payer, usually: .cash, note, on: date)
    var told = note
    told.memo = note.memo ?? "\(order.fund) SHU \(order.year): \(order.recipient)"
    let postings = try PostingRules.shuReward(
      order.gross, from: fund.id, tax: payable.map { ($0, tax) }, to: cash.id)
    return try session.act(told) {
      let outcome = try session.post(
        JournalEntry(.shuReward, on: date, postings: postings, note: told)
      ) { try side.requireFit(payer, usually: .cash, note: told) }
      try session.record(
        EventDraft(
          .shuRewarded, "\(order.year)",
          [
            .insert(
              "shuReward",
              [
                "entry": .integer(outcome.number.value),
                "posting": .integer(division.entry.value), "line": .integer(line),
                "party": .text(order.recipient), "gross": StoredValue(order.gross),
                "rateBillionths": .integer(order.rate.billionths), "tax": StoredValue(tax),
              ])
          ]))
      return try ShuReward(order, tax: tax, entry: outcome.number, date: date)
    }
  }

  /// The fund of a division that is paid out: one of liabilities with enough left.
  private func fund(
    _ order: ShuReward.Order, of division: ShuReader.Division
  ) throws -> (line: Int64, account: AccountState) {
    guard let found = try reader.funds(of: division).first(where: { $0.fund.name == order.fund })
    else {
      throw LedgerError.shuRewardUnfit(from: order.fund)
    }
    let account = try session.account(found.fund.account)
    guard order.gross <= found.fund.left else {
      throw LedgerError.shuFundTooSmall(
        order.fund, year: order.year, left: found.fund.left.orZero, asked: order.gross)
    }
    return (found.line, account)
  }

  /// What the act under the same reference left; nil where there is none.
  private func replay(
    _ order: ShuReward.Order, on date: BookDate, _ note: EntryNote
  ) throws -> ShuReward? {
    guard let reference = note.reference, let known = try session.recordedAct(reference) else {
      return nil
    }
    let reward = try known.entries.first.flatMap { try reader.reward($0.number) }
    guard var reward, reward.order == order, reward.date == date else {
      throw LedgerError.referenceReused(
        reference, by: known,
        differing: Phrase(id: "penerima, dana atau jumlah", en: "recipient, fund or amount"))
    }
    if let reversal = reward.reversedBy {
      throw LedgerError.referenceReversed(reference, entry: reward.entry, by: reversal)
    }
    reward.isReplay = true
    return reward
  }
}
