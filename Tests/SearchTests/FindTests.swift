import Library
import Markdown
import Search
import Testing

@Suite("Finding")
struct FindTests {
  /// A library of which each line is a resource: "id | title | text".
  private static func library(_ lines: String) -> Library {
    var library = Library()
    library.personas = [
      Persona(id: "finance-leader", title: "Finance leader", jobTitles: ["Chief Financial Officer"], aliases: ["CFO"]),
      Persona(id: "it-director", title: "IT director"),
    ]
    library.stages = [
      Stage(id: "decision", title: "Decision", order: 1, next: [1]),
      Stage(id: "retention", title: "Retention", order: 2, next: [0]),
    ]
    library.types = [ResourceType(id: "note", label: "Note")]
    library.facets = [
      Facet(
        id: "competitors", label: "Competitor", values: [FacetValue(id: "acme", named: "Acme Corp", aliases: ["Ajax"])],
        points: 15, elsewhere: -15)
    ]
    for line in lines.split(separator: "\n") {
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.split(separator: " ").joined(separator: " ")
      }
      var body = MarkdownDocument()
      body.text = Array(parts[2].utf8)
      library.resources.append(
        Resource(id: parts[0], title: parts[1], type: 0, personas: .all, stages: .all, facets: [[]], body: body))
    }
    return library
  }

  private static let sample = library(
    """
    a-pricing | Pricing guide | What our product costs and how to talk about money with a buyer
    b-security | Security overview | Certified to ISO-27001 since v2.1 of the platform, support is there 24/7
    c-onboarding | Onboarding checklist | Steps for the first week, by e-mail and on the phone
    d-roi | ROI calculator | A spreadsheet that shows the total cost of ownership over three years
    e-costs | Talking about cost | Ownership of the total budget is a cost question
    f-japanese | 価格表 | 製品の価格とセキュリティについて
    g-russian | Обзор безопасности | Безопасность данных
    h-thai | ราคา | ความปลอดภัยของข้อมูล
    i-generic | Guide | pricing pricing pricing pricing pricing pricing guide guide guide guide
    """)

  private func found(_ query: String, in library: Library = sample) -> [String] {
    Matcher(library, SearchIndex(library)).find(query, today: nil).matches.map { library.resources[$0.resource].id }
  }

  @Test("an exact title stands first, in any case", arguments: ["Pricing guide", "PRICING  GUIDE!", "guide"])
  func exactTitle(query: String) {
    let library = Self.sample
    let matches = Matcher(library, SearchIndex(library)).find(query, today: nil).matches
    #expect(matches.first.map { library.resources[$0.resource].id } == (query == "guide" ? "i-generic" : "a-pricing"))
    #expect(matches.filter(\.isExactTitle).count == 1)
    #expect(matches.first?.isExactTitle == true)
  }

  @Test(
    "a slip is forgiven, at the start too, and two in a long word",
    arguments: [
      ("pircing guid", "a-pricing"), ("xnboarding", "c-onboarding"), ("nboarding", "c-onboarding"),
      ("calculatr", "d-roi"), ("clacultor", "d-roi"), ("xnboadring", "c-onboarding"), ("secrity", "b-security"),
    ])
  func slips(query: String, id: String) {
    #expect(found(query).first == id)
  }

  @Test("a title stands first that the query is but for a slip, or for the end of its last word")
  func nearlyTitles() {
    let library = Self.library(
      """
      a | Buying | How to do it, and how to do it again: buying, buying, buying
      b | How to buy | A way
      c | Buying guides for buyers | To buy or not to buy
      d | Security for everyone | Passwords
      e | Security | Security for each and everyone, security everywhere
      """)
    #expect(found("how to bu", in: library).first == "b")
    #expect(found("buying giudes for buyers", in: library).first == "c")
    #expect(found("security for evryone", in: library).first == "d")
  }

  @Test("a word that begins as the misspelt one goes before commoner ones that do not")
  func beginsAlike() {
    let library = Self.library("a | Training | training\nb | Drainig | drainig\nc | Drainig again | drainig")
    #expect(found("trainig", in: library) == ["a"])
    #expect(found("rainig", in: library) == ["b", "c"])
  }

  @Test("a short word with two slips is not guessed at")
  func noGuess() {
    #expect(found("prxxng") == [])
    #expect(found("zz") == [])
  }

  @Test("a word wrong at both ends is not guessed at: that would load the whole vocabulary")
  func bothEnds() {
    #expect(found("xnboardinx") == [])
  }

  @Test(
    "half a last word finds, even a stop word or a word of its own",
    arguments: [("onb", "c-onboarding"), ("on", "c-onboarding"), ("security over", "b-security"), ("calc", "d-roi")])
  func prefix(query: String, id: String) {
    #expect(found(query).contains(id))
    #expect(found(query).first == id || query == "on")
  }

  @Test("a word too many does not lose the page")
  func wordTooMany() { #expect(found("pricing guide zebra").first == "a-pricing") }

  @Test("quotes ask for neighbours, in their order")
  func phrases() {
    #expect(found("total cost of ownership").count > 1)
    #expect(found("\"total cost of ownership\"") == ["d-roi"])
    #expect(found("“cost of ownership” calculator") == ["d-roi"])
    #expect(found("\"ownership cost\"") == found("ownership cost\"\""), "no resource has it: its words count")
    #expect(found("\"total cost").count > 1, "an open quote asks for nothing")
  }

  @Test("words stand next to each other wherever in a text, and however far from where they stood before")
  func phrasesInLongTexts() {
    let distances = [1, 69, 70, 71, 1_023, 1_024, 2_001, 2_002, 2_003]
    var text = "tapir"
    for (number, distance) in distances.enumerated() {
      text += String(repeating: " filler", count: distance) + " tapir number\(number)"
      text += " once\(number) " + String(repeating: "more ", count: number % 3)
    }
    let library = Self.library("a | First | tapir once\nz | Last | \(text)")
    let matcher = Matcher(library, SearchIndex(library))
    for number in distances.indices {
      let found = matcher.find("\"filler tapir number\(number) once\(number)\"", today: nil)
      #expect(found.matches.map { library.resources[$0.resource].id } == ["z"])
    }
  }

  @Test("a word is found in resources with any number of others between them", arguments: [70, 2_002])
  func farApart(distance: Int) {
    let between = (0..<distance).map { "m\($0) | Between | nothing\n" }.joined()
    let library = Self.library("a | First | tapir\n\(between)y | Last | tapir\nz | Behind | nothing")
    #expect(Set(found("tapir", in: library)) == ["a", "y"])
  }

  @Test("versions, hyphens and slashes are found whole and in parts")
  func compounds() {
    for query in ["iso-27001", "iso 27001", "ISO27001", "27001", "v2.1", "24/7"] {
      #expect(found(query).first == "b-security")
    }
    for query in ["e-mail", "email"] { #expect(found(query).first == "c-onboarding") }
  }

  @Test(
    "scripts without spaces are found",
    arguments: [
      ("価格", "f-japanese"), ("価", "f-japanese"), ("ラ", ""), ("セキュリティ", "f-japanese"), ("безопасность", "g-russian"),
      ("ปลอดภัย", "h-thai"), ("表", "f-japanese"),
    ])
  func scripts(query: String, id: String) { #expect(found(query).first ?? "" == id) }

  @Test("stop words count where nothing else is asked for")
  func stopWords() {
    #expect(found("what how").contains("a-pricing"))
    #expect(found("the pricing guide").first == "a-pricing")
  }

  @Test("labels, their aliases and job titles are words")
  func labels() {
    var library = Self.sample
    library.resources[4] = library.resources[4].changed { $0.personas = .named([0]) }
    library.resources[5] = library.resources[5].changed { $0.facets = [[0]] }
    for query in ["cfo", "chief financial", "finance leader"] { #expect(found(query, in: library).first == "e-costs") }
    for query in ["ajax", "acme corp", "competitor"] { #expect(found(query, in: library).first == "f-japanese") }
  }

  @Test("drafts and archived ones are never found; dates decide on the rest")
  func dates() {
    var library = Self.sample
    library.resources[0] = library.resources[0].changed { $0.status = .draft }
    library.resources[8] = library.resources[8].changed { $0.status = .archived }
    library.resources[1] = library.resources[1].changed { $0.expires = Day("2026-03-01") }
    library.resources[2] = library.resources[2].changed { $0.publish = Day("2026-03-02") }
    let matcher = Matcher(library, SearchIndex(library))
    func ids(_ query: String, _ today: String?) -> [String] {
      matcher.find(query, today: today.flatMap { Day($0) }).matches.map { library.resources[$0.resource].id }
    }
    #expect(ids("pricing", nil) == [])
    #expect(ids("security", "2026-03-01").contains("b-security"))
    #expect(!ids("security", "2026-03-02").contains("b-security"))
    #expect(ids("onboarding", "2026-03-01") == [])
    #expect(ids("onboarding", "2026-03-02") == ["c-onboarding"])
    #expect(ids("onboarding", nil) == ["c-onboarding"])
  }

  @Test("says what it looked for instead of a word that is nowhere")
  func corrections() {
    let corrections = Matcher(Self.sample, SearchIndex(Self.sample)).find("pircing qqqq guide", today: nil).corrections
    #expect(corrections.map(\.typed) == ["pircing", "qqqq"])
    #expect(corrections.map(\.meant) == [["pricing"], []])
  }

  @Test("the files of the index are the same bytes, however the counting was spread")
  func determinism() {
    let library = GeneratedLibrary(resources: 120).library
    func files(_ parts: Int) -> [SearchFile] {
      let counted = IndexPart.ranges(library, count: parts).map { IndexPart(library, $0) }
      return SearchShards(
        SearchIndex(library, parts == 5 ? counted.reversed() : counted), library, fileURL: { $1.label }
      ).files()
    }
    let one = files(1)
    for parts in [2, 5] {
      let others = files(parts)
      #expect(others.map(\.name) == one.map(\.name))
      #expect(others.map(\.bytes) == one.map(\.bytes))
    }
    #expect(Set(one.map(\.name)).count == one.count)
    #expect(one.last?.name == "search/root.js")
  }

  @Test("an empty library has an index too")
  func empty() {
    let library = Library()
    let index = SearchIndex(library)
    #expect(Matcher(library, index).find("anything \"at all\"", today: nil).matches.isEmpty)
    #expect(!SearchShards(index, library, fileURL: { $1.label }).files().isEmpty)
  }
}
