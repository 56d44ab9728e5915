// A library made by a seeded generator, with everything in it that the matcher can meet: three scripts, accents, stop
// words, version numbers, dates on both sides of today, drafts, archived ones, resources for all and for nobody yet.

import Diagnostics
import Library
import Markdown
import TestSupport

struct GeneratedLibrary {
  static let words = """
    pricing proposal security review roi calculator battlecard comparison migration guide onboarding checklist executive \
    summary discovery questions objection handling competitor analysis renewal playbook manufacturing healthcare retail \
    finance operations director champion procurement compliance iso-27001 v2.1 24/7 r&d e-mail cost-effective résumé naïve \
    Zürich café Škoda straße customer's companies company relational relations connected connection generalization general \
    the of and how to what why it us integration integrations integrated deployment deployments kubernetes analytics \
    dashboard dashboards template templates webinar workshop reference architecture whitepaper implementation success
    story stories customers retention advocacy pipeline forecast quota territory partner partners enablement training \
    価格表 導入事例 セキュリティ 가격 보안 Москва безопасность διαδικασία ไทย U.S. O'Reilly C++ 10,000 2026 q3 b2b
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  private(set) var library = Library()
  private var random: SeededGenerator

  init(resources: Int, seed: UInt64 = 11) {
    random = SeededGenerator(seed: seed)
    library.site.language = "en"
    library.personas = [
      Persona(id: "champion", title: "Champion", jobTitles: ["Team Lead", "Product Owner"], aliases: ["Fan"]),
      Persona(
        id: "finance-leader", title: "Finance leader",
        jobTitles: ["CFO", "Director Finance Operations", "VP Finance", "Head of Finance"], aliases: ["Money"]),
      Persona(id: "it-director", title: "IT director", jobTitles: ["IT Director", "C.I.O.", "Head of IT", "VP"]),
      Persona(id: "procurement", title: "Procurement", jobTitles: ["Procurement Manager", "Buyer", "Einkäufer"]),
    ]
    library.stages = [
      Stage(
        id: "awareness", title: "Awareness", order: 1, next: [1], aliases: ["top"],
        crmValues: [("lifecycle_stage", ["Lead", "Subscriber"]), ("lead_status", ["New"])]),
      Stage(
        id: "consideration", title: "Consideration", order: 2, next: [2],
        crmValues: [("lifecycle_stage", ["Marketing Qualified Lead"]), ("lead_status", ["Open", "Connected"])]),
      Stage(
        id: "decision", title: "Decision", order: 3, next: [3, 4],
        crmValues: [("lifecycle_stage", ["Opportunity"]), ("opp_stage", ["Proposal/Price Quote", "Negotiation"])]),
      Stage(id: "retention", title: "Retention", order: 4, next: [0], crmValues: [("lifecycle_stage", ["Customer"])]),
      Stage(id: "win-back", title: "Win-back", order: 5, next: [1], crmValues: [("opp_stage", ["Closed Lost"])]),
    ]
    library.types = [
      ResourceType(id: "case-study", label: "Case study", aliases: ["Story"]),
      ResourceType(id: "one-pager", label: "One-pager"), ResourceType(id: "battlecard", label: "Battlecard"),
    ]
    library.facets = [
      Facet(
        id: "industries", label: "Industry",
        values: [
          FacetValue(id: "manufacturing", named: "Manufacturing", aliases: ["Mfg"]),
          FacetValue(id: "healthcare", named: "Healthcare"), FacetValue(id: "retail", named: "Retail"),
        ], points: 15, elsewhere: -15),
      Facet(
        id: "objections", label: "Objection",
        values: [
          FacetValue(id: "price", named: "It costs too much", aliases: ["Too expensive"]),
          FacetValue(id: "time", named: "We have no time"),
        ], points: 15, elsewhere: 0),
    ]
    library.titleWords = [
      ("vp", "vice president"), ("dir", "director"), ("fin", "finance"), ("ops", "operations"), ("mgr", "manager"),
    ]
    for number in 0..<resources { addResource(number) }
    library.resources.sort { $0.id < $1.id }
  }

  /// Invented words, so that an index has terms enough for many shards.
  private static let syllables = "ba ca con de fo ga in ka lo ma ne po pre ra sa ti un ve ze".split(separator: " ")

  mutating func word() -> String {
    if chance(25) {
      return (0..<number(2..<4)).map { _ in String(Self.syllables[number(0..<Self.syllables.count)]) }.joined()
    }
    // A few words often, many seldom.
    let first = Int.random(in: 0..<Self.words.count, using: &random)
    return Self.words[min(first, Int.random(in: 0..<Self.words.count, using: &random))]
  }

  mutating func phrase(_ count: ClosedRange<Int>) -> String {
    (0..<Int.random(in: count, using: &random)).map { _ in word() }.joined(separator: " ")
  }

  mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  private mutating func addResource(_ number: Int) {
    var source = ""
    for _ in 0..<self.number(1..<5) { source += "## \(phrase(2...4))\n\n\(phrase(10...60)).\n\n" }
    var problems = Problems()
    let body = Markdown.render(Array(source.utf8), file: "r.md", report: &problems)
    let resource = Resource(
      id: "r\(number * 7_919 % 10_007)", title: phrase(1...6), summary: phrase(5...15),
      type: chance(95) ? self.number(0..<3) : nil, personas: labels(4), stages: labels(5),
      facets: [values(3), values(2)], body: body)
    let changed = resource.changed { fields in
      fields.status = chance(5) ? .draft : chance(5) ? .archived : .approved
      fields.audience = chance(50) ? .external : .internal
      if chance(90) { fields.reviewed = Day(number: Int32(self.number(20_100..<20_500))) }
      if chance(70) { fields.reviewEvery = .months([3, 6, 12][self.number(0..<3)]) }
      if chance(10) { fields.publish = Day(number: Int32(self.number(20_400..<20_600))) }
      if chance(10) { fields.expires = Day(number: Int32(self.number(20_400..<20_600))) }
      if chance(20) { fields.keywords = [phrase(1...3), phrase(1...2)] }
      if chance(20) { fields.useWhen = phrase(4...10) }
      if chance(20) { fields.say = phrase(4...10) }
      fields.isFeatured = chance(10)
    }
    library.resources.append(changed)
  }

  private mutating func labels(_ count: Int) -> Labels {
    if chance(15) { return .all }
    if chance(5) { return .todo }
    return .named(Array(Set((0..<number(1..<3)).map { _ in number(0..<count) })).sorted())
  }

  private mutating func values(_ count: Int) -> [Int] {
    chance(40) ? [] : Array(Set((0..<number(1..<3)).map { _ in number(0..<count) })).sorted()
  }
}
