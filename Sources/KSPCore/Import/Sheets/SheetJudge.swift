/// Decides what the columns of a sheet are, and says what cannot be decided.
struct SheetJudge {
  let kind: SheetKind
  let headings: [SheetHeader.Heading]
  let file: String

  // MARK: - Deciding

  /// Decides between columns that mean the same, and between a number and an amount under one
  /// heading; what cannot be decided is a problem.
  func settle(
    _ plan: inout SheetPlan, _ survey: inout SheetSurvey, _ rowsBelow: CSVScanner, keepsZeros: Bool
  ) -> [LedgerError] {
    var problems: [LedgerError] = []
    var hasMoved = false
    for (name, places) in plan.rivals.sorted(by: { $0.value[0] < $1.value[0] }) {
      let counting = places.filter { survey.profiles[$0].isCounting }
      let others = places.filter { !counting.contains($0) }
      if kind.keys.contains(name), others.count == 1 {
        plan.settle(name, on: others[0])
        hasMoved = true
        continue
      }
      for place in places.dropFirst() {
        problems.append(
          .importColumnTwice(
            headings[place].text, like: headings[places[0]].text,
            letters: [place, places[0]].map(SheetName.letter), at: headings[place].place))
      }
    }
    // `Pinjaman` above amounts is what is paid on loans, not which loan.
    if kind.name == "payroll", let place = plan.index["loan"], plan.index["installment"] == nil,
      isPaid(survey.profiles[place], headings[place])
    {
      plan.move("loan", to: "installment")
      hasMoved = true
    }
    if hasMoved { survey = SheetSurvey(rowsBelow, headings, plan, kind, keepsZeros: keepsZeros) }
    return problems
  }

  private func isPaid(_ profile: ColumnProfile, _ heading: SheetHeader.Heading) -> Bool {
    let isBare = heading.readings.contains { ["pinjaman", "loan", "loans"].contains($0) }
    return isBare && !profile.hasLetters && profile.amount != nil
  }

  // MARK: - Saying

  /// Why the sheet cannot be taken as it is.
  ///
  /// `locate` finds the cell of a column on a line.
  func problems(
    _ plan: SheetPlan, _ profiles: [ColumnProfile],
    locate: (_ line: Int, _ column: Int) -> LedgerError.Place
  ) -> [LedgerError] {
    var problems: [LedgerError] = []
    for (place, role) in plan.roles.enumerated() {
      let (heading, profile) = (headings[place], profiles[place])
      switch role {
      case .taken(let name):
        for (one, other) in [profile.contradiction, twoDates(profile)].compactMap(\.self) {
          problems.append(
            .importTwoWritings(heading.text, one, other, at: locate(other.line, place)))
        }
        if plan.weakly.contains(place), kind.keys.contains(name), profile.isCounting {
          problems.append(.importOnlyCounter(heading.text, at: heading.place))
        }
      case .unknown, .spare:
        if let problem = dropped(place, role, heading, profile) { problems.append(problem) }
      case .remark:
        if let problem = remark(place, heading, profile) { problems.append(problem) }
      case .rival, .ignored: break
      }
    }
    return problems
  }

  private func dropped(
    _ place: Int, _ role: SheetPlan.Role, _ heading: SheetHeader.Heading, _ profile: ColumnProfile
  ) -> LedgerError? {
    if isCounter(role, profile) { return nil }
    let letter = SheetName.letter(place)
    let name = heading.text.isEmpty ? letter : heading.text
    if let status = profile.status ?? states(heading, profile) {
      return .importColumnDropped(name, example: status, holdsMoney: false, at: heading.place)
    }
    guard let amount = profile.amount else { return nil }
    return .importColumnDropped(name, example: amount, holdsMoney: true, at: heading.place)
  }

  /// A column that only helps people to read must not hold what would be lost either.
  private func remark(
    _ place: Int, _ heading: SheetHeader.Heading, _ profile: ColumnProfile
  ) -> LedgerError? {
    guard let example = profile.status ?? profile.markedAmount else { return nil }
    return .importColumnDropped(
      heading.text, example: example, holdsMoney: profile.status == nil, at: heading.place)
  }

  /// The first cell of a column that says in what state each row is.
  private func states(
    _ heading: SheetHeader.Heading, _ profile: ColumnProfile
  ) -> SheetUnderstanding.Example? {
    profile.varies && SheetWords.speaksOfState(heading.readings) ? profile.first : nil
  }

  /// Whether a column that is left out counts the rows.
  private func isCounter(_ role: SheetPlan.Role, _ profile: ColumnProfile) -> Bool {
    guard profile.isCounting else { return false }
    if case .spare(let name) = role { return kind.keys.contains(name) || name == "number" }
    return true
  }

  private func twoDates(
    _ profile: ColumnProfile
  ) -> (SheetUnderstanding.Example, SheetUnderstanding.Example)? {
    let cells = profile.dates.values.map(\.example).sorted { $0.line < $1.line }
    return cells.count > 1 ? (cells[0], cells[1]) : nil
  }

  /// What becomes of each column.
  func columns(_ plan: SheetPlan, _ profiles: [ColumnProfile]) -> [SheetUnderstanding.Column] {
    plan.roles.enumerated().compactMap { place, role in
      let use: SheetUnderstanding.Use
      let profile = profiles[place]
      switch role {
      case .taken(let name):
        use = .taken(name: name, kind.column(name)?.heading ?? Phrase(id: name, en: name))
      case .ignored: use = .ignored(profile.first)
      case .rival: use = profile.first.map { .leftOut($0) } ?? .empty
      case .unknown, .spare, .remark:
        guard let first = profile.first else {
          // A column without heading and content is nothing but a separator too many.
          if headings[place].text.isEmpty { return nil }
          use = .empty
          break
        }
        use = isCounter(role, profile) ? .counter(first) : .leftOut(first)
      }
      return SheetUnderstanding.Column(
        letter: SheetName.letter(place), heading: headings[place].text, use: use)
    }
  }

  /// How columns of amounts and days were read; where nothing but digits stands nothing is said.
  func readings(_ plan: SheetPlan, _ profiles: [ColumnProfile]) -> [SheetUnderstanding.Reading] {
    plan.roles.enumerated().flatMap { place, role -> [SheetUnderstanding.Reading] in
      guard case .taken = role else { return [] }
      let profile = profiles[place]
      var readings: [SheetUnderstanding.Reading] = []
      if let writing = profile.writing, let example = profile.proofs[writing],
        let value = try? AmountCell(example.text)?.amount(writing)
      {
        readings.append(
          .init(
            heading: headings[place].text, manner: writing.manner, example: example,
            value: Phrase(id: value.formatted, en: value.formatted)))
      }
      for (writing, cell) in profile.dates where writing != .yearFirst || profile.hasTime {
        let value = cell.date.inWords
        readings.append(
          .init(
            heading: headings[place].text, manner: profile.manner(of: writing),
            example: cell.example, value: value))
      }
      return readings
    }
  }
}

extension AmountWriting {
  /// The writing in words.
  fileprivate var manner: Phrase {
    switch self {
    case .comma:
      Phrase(id: "titik untuk ribuan, koma untuk sen", en: "points for thousands, a comma for sen")
    case .point:
      Phrase(id: "koma untuk ribuan, titik untuk sen", en: "commas for thousands, a point for sen")
    }
  }
}

extension ColumnProfile {
  /// A writing of days in words, with what is left out or filled in.
  fileprivate func manner(of writing: DateWriting) -> Phrase {
    let order =
      switch writing {
      case .yearFirst: Phrase(id: "tahun-bulan-hari", en: "year, month, day")
      case .dayFirst: Phrase(id: "hari dulu, baru bulan", en: "the day first, then the month")
      case .named: Phrase(id: "nama bulan", en: "the month by its name")
      }
    let years =
      hasShortYears
      ? Phrase(id: "; tahun 00–29 adalah 2000-an", en: "; years 00 to 29 are after 2000")
      : Phrase(id: "", en: "")
    let times =
      hasTime
      ? Phrase(id: "; jam tidak dipakai", en: "; the time of day is left out")
      : Phrase(id: "", en: "")
    return Phrase(
      id: order.indonesian + years.indonesian + times.indonesian,
      en: order.english + years.english + times.english)
  }
}
