import Testing

@testable import KSPCore

/// K5: names and memos are what they look like.
@Suite struct PrintableTextTests {
  @Test(arguments: [
    "Siti Aminah", "H. Abdul Qadir al-Jaelani, S.E.", "Ngurah Bagus Oka – Désirée", "王小明",
    "ผู้จัดการ", "Zoë \u{1F600}", "a\u{200D}b", "x\u{0301}",
  ])
  func textsOfPeopleAreTaken(_ text: String) {
    #expect(text.isPrintable && text.isUsableText)
  }

  @Test(arguments: [
    "Siti\nAminah", "Siti\u{1B}[2J", "Siti\u{7F}", "Siti\u{85}Aminah", "Siti\u{2028}Aminah",
    "\u{202E}hanimA", "Siti\u{2066}x", "Siti\u{200F}", "Siti\u{200B}", "\u{FEFF}Siti",
    "Siti \u{FFFD}", "Siti\u{FFFE}", String(repeating: "a", count: 501),
  ])
  func whatDeceivesIsNot(_ text: String) {
    #expect(!text.isPrintable)
    #expect(!text.quotable.unicodeScalars.contains { $0.value == 0x202E || $0.value == 0x1B })
  }
}
