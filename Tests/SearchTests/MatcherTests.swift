import Library
import Markdown
import Search
import Testing

@Suite("The matcher")
struct MatcherTests {
  private static let library: Library = {
    var library = Library()
    library.personas = [
      Persona(id: "finance", title: "Finance leader", jobTitles: ["CFO", "Director Finance Operations", "VP Finance"]),
      Persona(id: "it", title: "IT director", jobTitles: ["Director", "Head of IT"]),
    ]
    library.stages = [
      Stage(id: "decision", title: "Decision", order: 1, next: [1], crmValues: [("opp_stage", ["Negotiation"])]),
      Stage(id: "retention", title: "Retention", order: 2, next: [2], crmValues: [("lifecycle_stage", ["Customer"])]),
      Stage(id: "advocacy", title: "Advocacy", order: 3, next: [0]),
    ]
    library.types = [ResourceType(id: "note", label: "Note")]
    library.facets = [
      Facet(
        id: "industries", label: "Industry",
        values: [FacetValue(id: "mfg", named: "Manufacturing"), FacetValue(id: "retail", named: "Retail")], points: 15,
        elsewhere: -15),
      Facet(
        id: "objections", label: "Objection", values: [FacetValue(id: "price", named: "It costs too much")], points: 12,
        elsewhere: 0),
    ]
    library.titleWords = [("dir", "director"), ("fin", "finance"), ("ops", "operations"), ("vp", "vice president")]
    func add(_ id: String, _ personas: Labels, _ stages: Labels, _ industries: [Int] = [], _ objections: [Int] = []) {
      let resource = Resource(
        id: id, title: id, type: 0, personas: personas, stages: stages, facets: [industries, objections])
      library.resources.append(resource.changed { $0.reviewed = Day("2026-01-01") })
    }
    add("a-exact", .named([0]), .named([0]), [0], [0])
    add("b-all", .all, .all)
    add("c-next", .named([0]), .named([1]))
    add("d-elsewhere", .named([0]), .named([0]), [1])
    add("e-other", .named([1]), .named([0]))
    add("f-later", .named([0]), .named([2]))
    add("g-todo", .todo, .named([0]))
    library.resources[1] = library.resources[1].changed { $0.isFeatured = true }
    library.resources[3] = library.resources[3].changed { $0.reviewEvery = .months(1) }
    return library
  }()
  private static let matcher = Matcher(library, SearchIndex(library))

  private func shown(_ matches: [Match]) -> [String] {
    matches.map { "\(Self.library.resources[$0.resource].id) \($0.score)" }
  }

  @Test("gives a lead the points of the table, and they add up")
  func lead() {
    let lead = Profile(persona: 0, stage: 0, facets: [[0], [0]], sent: [2])
    let matches = Self.matcher.match(lead, today: Day("2026-06-01"))
    #expect(
      shown(matches) == ["a-exact 97000", "d-elsewhere 45000", "b-all 32000", "c-next -10000"])
    for match in matches { #expect(match.score == match.reasons.reduce(0) { $0 + $1.points }) }
    #expect(
      matches.map { Self.matcher.sentence($0.reasons) } == [
        "For Finance leader in Decision; Industry: Manufacturing; answers “It costs too much”",
        "For Finance leader in Decision; Industry: others only; review overdue",
        "For everyone at any stage; featured",
        "For Finance leader for the next step, Retention; already sent",
      ])
  }

  @Test("leaves out points that depend on dates where there is no day")
  func noDay() {
    #expect(
      shown(Self.matcher.match(Profile(persona: 0, stage: 0, facets: [[0]]), today: nil)).contains("d-elsewhere 55000"))
  }

  @Test("keeps in the finder what a picker's label or all names, and of a facet only what names it")
  func pickers() {
    func ids(_ profile: Profile) -> [String] {
      Self.matcher.find("", profile, today: nil).matches.map { Self.library.resources[$0.resource].id }.sorted()
    }
    #expect(ids(Profile(persona: 1)) == ["b-all", "e-other"])
    #expect(ids(Profile(stage: 1)) == ["b-all", "c-next"])
    #expect(ids(Profile(facets: [[0, 1], []])) == ["a-exact", "d-elsewhere"])
    #expect(ids(Profile(facets: [[0, 1], [0]])) == ["a-exact"])
    #expect(ids(Profile(types: [0])).count == 7)
  }

  @Test("words are worth a share of the best that the pickers leave")
  func words() {
    let matches = Self.matcher.find("exact elsewhere", Profile(persona: 0), today: nil).matches
    #expect(matches.count == 2)
    #expect(matches.first?.score == 80_000)
    #expect((40_001..<80_000).contains(matches.last?.score ?? 0))
  }

  @Test("sorts by the day of the review where that is asked for")
  func byReview() {
    var library = Self.library
    library.resources[5] = library.resources[5].changed { $0.reviewed = Day("2026-02-01") }
    library.resources[0] = library.resources[0].changed { $0.reviewed = nil }
    let matches = Matcher(library, SearchIndex(library)).find("", sorting: .reviewed, today: nil).matches
    #expect(matches.first?.resource == 5)
    #expect(matches.last?.resource == 0)
  }

  @Test("knows what goes with a resource and what comes next, without the resource itself")
  func pages() {
    let related = Self.matcher.related(to: 0, count: 3).map { Self.library.resources[$0.resource].id }
    #expect(related.first == "d-elsewhere")
    #expect(!related.contains("a-exact"))
    #expect(Self.matcher.nextStep(for: 0, count: 2).map { Self.library.resources[$0.resource].id } == ["c-next"])
    #expect(Self.matcher.nextStep(for: 5, count: 5).map { Self.library.resources[$0.resource].id }.first == "a-exact")
    #expect(Self.matcher.related(to: 99, count: 3).isEmpty)
  }

  @Test("a cell counts what names both its labels, and keeps what is for all beside it")
  func cells() {
    let cell = Self.matcher.cells()[0][0]
    #expect(cell.named == [Pick(resource: 0, points: 70), Pick(resource: 3, points: 70)])
    #expect(cell.forAll == [Pick(resource: 1, points: 32)])
  }

  @Test(
    "finds the persona of a job title by the longest phrase that is wholly there",
    arguments: [
      ("Dir. of Fin Ops", "finance"), ("director, FINANCE & Operations", "finance"), ("Director", "it"),
      ("Vice President of Finance, EMEA", "finance"), ("c.f.o.", "finance"), ("Head of IT", "it"),
      ("Finance Leader", "finance"), ("Astronaut", ""), ("VP Sales", ""), ("Operations Director, IT", "it"), ("", ""),
    ])
  func jobTitles(title: String, persona: String) {
    let found = LeadReader(Self.library).persona(titled: title)
    #expect(found.map { Self.library.personas[$0.persona].id } ?? "" == persona)
  }

  @Test("reads what a CRM says, the opportunity before the lifecycle, and keeps what it does not understand")
  func crm() {
    var lead = RawLead()
    lead.title = "VP Finance"
    lead.lifecycle = "customer"
    lead.oppStage = "NEGOTIATION"
    lead.facets = [("industries", ["Manufacturing; Space"]), ("planets", ["Mars"])]
    lead.sent = ["c-next", "gone"]
    let read = LeadReader(Self.library).read(lead)
    #expect(read.profile == Profile(persona: 0, stage: 0, facets: [[0], []], sent: [2]))
    #expect(read.stageField == "opp_stage")
    #expect(read.unknown.map { "\($0.field)=\($0.value)" } == ["industries=Space", "planets=Mars", "sent=gone"])
    lead.oppStage = "?"
    #expect(LeadReader(Self.library).read(lead).profile.stage == 1)
  }
}
