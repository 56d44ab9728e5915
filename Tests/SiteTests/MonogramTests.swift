// The letters in a persona's mark.

import Site
import Testing

@Suite("Monograms")
struct MonogramTests {
  @Test(
    "two letters come from the title, and titles that begin alike are told apart",
    arguments: [
      (["Buyer", "Finance leader", "IT leader"], ["Bu", "Fi", "IT"]),
      (["Plant leader", "Planner", "Plumber"], ["Pl", "Pa", "Pu"]),
      (["Ah", "Ah", "Ah"], ["Ah", "Ah", "Ah"]),
      (["Éclair maker", "購買", "…"], ["Éc", "購買", "?"]),
    ])
  func letters(titles: [String], expected: [String]) {
    #expect(monograms(titles) == expected)
  }
}
