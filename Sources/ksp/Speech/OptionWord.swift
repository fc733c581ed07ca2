import KSPCore

/// A value of an option whose word in books and files is English, with what it is called in
/// Indonesian as well.
protocol OptionWord: RawRepresentable<String>, CaseIterable {
  /// The Indonesian words, each of one value; the first of a value is the one that is shown.
  static var indonesian: [(word: String, value: Self)] { get }
}

/// The value that a word of either language names.
func choice<Value: OptionWord>(_ type: Value.Type, _ text: String) throws -> Value {
  let word = text.lowercased()
  let found =
    Value(rawValue: text) ?? Value(rawValue: word)
    ?? Value.indonesian.first { $0.word == word }?.value
  guard let found else {
    throw UsageProblem(
      Phrase(id: "“\(text)” tidak dikenal.", en: "“\(text)” is not known."),
      advice: Phrase(
        id: "Pilih salah satu: \(Value.shown(.indonesian)).",
        en: "Use one of these: \(Value.shown(.english))."))
  }
  return found
}

extension OptionWord {
  /// All values, one word each.
  static func shown(_ language: Language) -> String {
    let others = language == .indonesian ? indonesian : []
    return allCases.map { value in
      others.first { $0.value.rawValue == value.rawValue }?.word ?? value.rawValue
    }.joined(separator: ", ")
  }
}

/// The words of an option's values in a language, as its help lists them.
func words<Value: OptionWord>(_ type: Value.Type, _ language: Language) -> String {
  Value.shown(language)
}

/// The words of an option's values in the language of this run, as they stand between the angle
/// brackets of its help: `anggota|semua`.
func choices<Value: OptionWord>(_ type: Value.Type) -> String {
  Value.shown(Speech.language).replacing(", ", with: "|")
}

/// The words of a term's values in a language; a notation is the same in both.
func words<Value: TermWord>(_ type: Value.Type, _ language: Language) -> String {
  Value.allCases.map { $0.word(language) }.joined(separator: ", ")
}

extension AccountType: OptionWord {
  static var indonesian: [(word: String, value: AccountType)] {
    [
      ("aset", .asset), ("kewajiban", .liability), ("ekuitas", .equity), ("modal", .equity),
      ("pendapatan", .income), ("beban", .expense),
    ]
  }
}

extension Member.Kind: OptionWord {
  static var indonesian: [(word: String, value: Member.Kind)] {
    [("orang", .individual), ("perorangan", .individual), ("badan", .organization)]
  }
}

extension Overpayment: OptionWord {
  static var indonesian: [(word: String, value: Overpayment)] {
    [("tolak", .refuse), ("simpanan", .savings)]
  }
}

extension Collateral.Kind: OptionWord {
  static var indonesian: [(word: String, value: Collateral.Kind)] {
    [
      ("simpanan", .deposit), ("hak-tanggungan", .mortgage), ("tanah", .land),
      ("kendaraan", .vehicle), ("lainnya", .other),
    ]
  }
}

extension InterestTaxSettings.Month: OptionWord {
  static var indonesian: [(word: String, value: InterestTaxSettings.Month)] {
    [("dibayar", .payment), ("diperoleh", .earned)]
  }
}

extension InterestTaxSettings.Document: OptionWord {
  static var indonesian: [(word: String, value: InterestTaxSettings.Document)] {
    [
      ("bukti-bayar", .paymentProof), ("rekening-koran", .currentAccount), ("kontrak", .contract),
      ("keputusan", .decree), ("surat-pernyataan", .statementLetter), ("lainnya", .other),
    ]
  }
}

extension DuesRaising: OptionWord {
  static var indonesian: [(word: String, value: DuesRaising)] {
    [("terutang", .owed), ("lunas", .settled)]
  }
}

extension HealthReadings.Expenses: OptionWord {
  static var indonesian: [(word: String, value: HealthReadings.Expenses)] {
    [("anggota", .members), ("semua", .all)]
  }
}

extension AccountRole: OptionWord {
  /// As the log calls them, in one word: `selisih-kas-kurang`.
  static var indonesian: [(word: String, value: AccountRole)] {
    allCases.map { role in
      let name = role.name.indonesian.lowercased().filter { !"()".contains($0) }
      return (name.replacing(" ", with: "-"), role)
    }
  }
}

extension LoanAccountRole: OptionWord {
  static var indonesian: [(word: String, value: LoanAccountRole)] {
    [
      ("induk-pokok", .principalControl), ("induk-jasa", .interestControl),
      ("induk-denda", .lateFeeControl), ("pendapatan-jasa", .interestIncome),
      ("pendapatan-denda", .lateFeeIncome), ("jasa-belum-hak", .unearnedInterest),
      ("penyisihan", .allowance), ("beban-penyisihan", .allowanceExpense),
      ("penerimaan-hapus-buku", .recoveryIncome),
    ]
  }
}
