import GRDB
import KSPCore

/// The desk of what the book says of itself and of days.
struct SettingsDesk {
  let session: PostingSession

  /// Enters the days that are not in the book yet, and gives them back.
  func addHolidays(_ holidays: [Holiday], note: EntryNote) throws -> [Holiday] {
    let known = Set(try Int32.fetchAll(session.db, sql: "SELECT day FROM holiday"))
    var seen = known
    let new = holidays.filter { seen.insert($0.day.dayNumber).inserted }
    if let unusable = new.first(where: { !$0.name.isUsableText }) {
      throw LedgerError.noteUnacceptable(unusable.name)
    }
    guard let first = new.first else { return [] }
    return try session.act(note) {
      try session.record(
        EventDraft(
          .holidayAdded, first.day.description,
          [
            .insert(
              "holiday", columns: ["day", "name"],
              rows: new.map { [StoredValue($0.day), .text($0.name)] })
          ]))
      return new
    }
  }

  /// Sets a rule of the tax on interest, from an open month on.
  ///
  /// - Returns: The rule that holds from then on; under a known reference that of the first time.
  func setTaxRule(_ rule: InterestTaxRule, note: EntryNote) throws -> InterestTaxRule {
    if let closed = session.catalog.lastClosedMonth, rule.effectiveFrom <= closed {
      throw LedgerError.taxRuleTooEarly(rule.effectiveFrom, open: try closed.next())
    }
    guard TaxArticle.ofInterest.contains(rule.article) else {
      throw LedgerError.importWordUnknown(
        rule.article.rawValue, known: TaxArticle.ofInterest.map(\.rawValue))
    }
    return try session.act(note) {
      let version = try TaxRuleTable.nextVersion(session.db, rule)
      _ = try session.recordOnce(
        TaxRuleTable.setting(rule, version: version), ignoring: ["version"])
      return rule
    }
  }

  /// Changes what the book says of itself; what stays the same is no event.
  func changeSettings(to settings: BookSettings, note: EntryNote) throws -> BookSettings {
    let old = session.catalog.settings
    guard settings.firstMonth == old.firstMonth else {
      throw LedgerError.bookSettingFixed(Phrase(id: "Bulan pertama", en: "The first month"))
    }
    guard settings.utcOffsetSeconds == old.utcOffsetSeconds else {
      throw LedgerError.bookSettingFixed(Phrase(id: "Zona waktu", en: "The time zone"))
    }
    if settings.yearStart != old.yearStart,
      try Bool.fetchOne(
        session.db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM yearEntry) OR EXISTS (SELECT 1 FROM yearClosing)
            OR EXISTS (SELECT 1 FROM corporateTaxMonth m JOIN corporateTaxRule r
              ON r.event = m.rule WHERE r.basis = 'result')
          """) == true
    {
      throw LedgerError.yearStartFixed()
    }
    if let order = settings.payrollOrder, order != old.payrollOrder {
      try session.catalog.requireKnown(order)
    }
    let known = Set(try String.fetchAll(session.db, sql: "SELECT name FROM setting"))
    let changes = SettingTable.changes(from: old, to: settings, known: known)
    return try session.act(note) {
      guard let reference = note.reference, let earlier = try session.recordedAct(reference) else {
        if !changes.isEmpty { try session.record(EventDraft(.settingChanged, "book", changes)) }
        return settings
      }
      // What the earlier act stored can be compared with it.
      let asked = try session.storedEvent(earlier.first)?.changes.map { stored in
        var asked = stored
        let name = stored["name"]?.text
        let value = SettingTable.values(settings).first { $0.name == name }?.value ?? .null
        if let index = stored.columns.firstIndex(of: "value") {
          asked.rows[0].values[index] = value
        }
        return asked
      }
      _ = try session.recordOnce(EventDraft(.settingChanged, "book", asked ?? []), ignoring: [])
      // What would change now and was not in the earlier act is more than it was.
      let names = { (changes: [RowChange]) in Set(changes.compactMap { $0["name"]?.text }) }
      if let more = names(changes).subtracting(names(asked ?? [])).min() {
        throw LedgerError.referenceReused(
          reference, by: earlier, differing: FieldWords.label(more))
      }
      return old
    }
  }
}
