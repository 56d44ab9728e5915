import Diagnostics
import Testing

@Suite("Suggestions")
struct SuggestionTests {
  @Test(
    "the nearest known word is suggested, if near enough",
    arguments: [
      ("cf0", "cfo"), ("CFO", "cfo"), ("buyre", "buyer"), ("maintenence-leader", "maintenance-leader"), ("zebra", nil),
    ])
  func suggests(word: String, expected: String?) {
    #expect(["cfo", "buyer", "maintenance-leader"].closest(to: word) == expected)
  }
}
