// Questions and leads with what the Swift matcher answers, as JSON that the browser's twin is held against: by Node in
// this module's tests, and by whatever runs `twin.js` beside an index.

import Foundation
import Library
import Markdown
import Search

struct TwinFixtures: Encodable {
  struct Question: Encodable {
    var q: String
    var persona: Int
    var stage: Int
    var types: [Int]
    var facets: [[Int]]
    var sort: String
    var today: String?
    var total: Int
    var rows: [String]
    var corrections: [String]
  }
  struct Lead: Encodable {
    var title: String
    var lifecycle: String
    var lead_status: String
    var opp_stage: String
    var facets: [String: [String]]
    var sent: [String]
    var today: String?
    var read: String
    var total: Int
    var rows: [String]
  }
  var questions: [Question] = []
  var leads: [Lead] = []

  /// How many matches of each answer are held against each other, and of how many the reasons.
  static let rowCount = 40

  init(questions questionCount: Int, leads leadCount: Int, of generated: inout GeneratedLibrary, _ matcher: Matcher) {
    for _ in 0..<questionCount { addQuestion(&generated, matcher) }
    for _ in 0..<leadCount { addLead(&generated, matcher) }
  }

  private mutating func addQuestion(_ generated: inout GeneratedLibrary, _ matcher: Matcher) {
    var question = Question(
      q: Self.query(&generated, matcher.library), persona: generated.chance(30) ? generated.number(0..<4) : -1,
      stage: generated.chance(30) ? generated.number(0..<5) : -1,
      types: generated.chance(15) ? [generated.number(0..<3)] : [],
      facets: [
        generated.chance(20) ? [generated.number(0..<3)] : [], generated.chance(20) ? [0, 1] : [],
      ], sort: generated.chance(15) ? "reviewed" : "match",
      today: generated.chance(80) ? Day(number: Int32(generated.number(20_350..<20_600))).iso : nil, total: 0, rows: [],
      corrections: [])
    let profile = Profile(
      persona: question.persona < 0 ? nil : question.persona, stage: question.stage < 0 ? nil : question.stage,
      facets: question.facets, types: question.types)
    let found = matcher.find(
      question.q, profile, sorting: question.sort == "match" ? .match : .reviewed,
      today: question.today.flatMap(Day.init))
    question.total = found.matches.count
    question.rows = Self.rows(found.matches, matcher)
    question.corrections = found.corrections.map { "\($0.typed)>\($0.meant.joined(separator: ","))" }
    questions.append(question)
  }

  private mutating func addLead(_ generated: inout GeneratedLibrary, _ matcher: Matcher) {
    func pick(_ values: [String]) -> String { generated.chance(25) ? "" : values[generated.number(0..<values.count)] }
    var lead = Lead(
      title: pick([
        "VP, Finance", "Dir. of Fin Ops", "Head of Finance EMEA", "cfo", "C.F.O.", "CIO", "Vice President of IT", "VP",
        "Buyer & Planner", "Einkaufer", "Procurement Mgr", "Team Lead / Product Owner", "Astronaut", "Finance Leader",
      ]),
      lifecycle: pick(["Lead", "opportunity", "Customer", "MQL", "Decision", "marketing-qualified lead"]),
      lead_status: pick(["New", "OPEN", "Connected", "Recycled"]),
      opp_stage: pick(["Proposal / Price Quote", "closed lost", "Negotiation", "?"]), facets: [:], sent: [], today: nil,
      read: "", total: 0, rows: [])
    if generated.chance(50) {
      lead.facets["industries"] = [pick(["Mfg", "retail; Healthcare", "Space", "HEALTHCARE"])]
    }
    if generated.chance(50) { lead.facets["objections"] = ["too expensive", "We have no time"] }
    if generated.chance(40) {
      lead.sent =
        (0..<3).map { _ in
          matcher.library.resources[generated.number(0..<matcher.library.resources.count)].id
        } + (generated.chance(10) ? ["nowhere"] : [])
    }
    if generated.chance(80) { lead.today = Day(number: Int32(generated.number(20_350..<20_600))).iso }
    var raw = RawLead()
    (raw.title, raw.lifecycle, raw.leadStatus, raw.oppStage) = (
      lead.title, lead.lifecycle, lead.lead_status, lead.opp_stage
    )
    raw.facets = lead.facets.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    // An id that is published nowhere means nothing to a browser.
    raw.sent = lead.sent
    let read = LeadReader(matcher.library).read(raw)
    lead.read =
      "\(read.profile.persona ?? -1) \(read.phrase ?? "-") \(read.profile.stage ?? -1) \(read.stageField ?? "-") "
      + read.profile.facets.map { $0.map(String.init).joined(separator: "+") }.joined(separator: "/") + " "
      + read.unknown.map { "\($0.field)=\($0.value)" }.joined(separator: "|")
    let matches = matcher.match(read.profile, today: lead.today.flatMap(Day.init))
    lead.total = matches.count
    lead.rows = Self.rows(matches, matcher)
    leads.append(lead)
  }

  /// "r12 exact 55000 persona:40000,words:15000 For Champion; matches “roi”"
  private static func rows(_ matches: [Match], _ matcher: Matcher) -> [String] {
    matches.prefix(rowCount).map { match in
      let reasons = match.reasons.map { "\(name($0.kind)):\($0.points)" }.joined(separator: ",")
      return "\(matcher.library.resources[match.resource].id) \(match.isExactTitle ? "exact" : "-") \(match.score) "
        + "\(reasons) \(matcher.sentence(match.reasons))"
    }
  }

  private static func name(_ kind: Reason.Kind) -> String {
    switch kind {
    case .persona: "persona"
    case .personaAll: "personaAll"
    case .stage: "stage"
    case .stageAll: "stageAll"
    case .stageNext: "stageNext"
    case .facet: "facet"
    case .facetElsewhere: "facetElsewhere"
    case .words: "words"
    case .featured: "featured"
    case .overdue: "overdue"
    case .sent: "sent"
    }
  }

  /// A title, words with a slip, half a word, a phrase, labels, or nothing.
  private static func query(_ generated: inout GeneratedLibrary, _ library: Library) -> String {
    let resource = library.resources[generated.number(0..<library.resources.count)]
    switch generated.number(0..<10) {
    case 0: return resource.title.uppercased()
    case 1: return resource.title + " " + generated.word()
    case 2: return generated.phrase(1...3)
    case 3: return slip(generated.phrase(1...3), &generated)
    case 4:
      let word = generated.word()
      return generated.phrase(0...2) + " " + word.prefix(generated.number(1..<5))
    case 5:
      let words = String(decoding: resource.body.text, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      let start = generated.number(0..<words.count)
      let quoted = words[start..<min(words.count, start + generated.number(1..<4))].joined(separator: " ")
      return generated.chance(50) ? "“\(quoted)”" : "\(generated.word()) \"\(quoted)\" \(generated.word())"
    case 6:
      return ["mfg", "vp finance", "case study", "cfo", "too expensive", "story awareness"][generated.number(0..<6)]
    case 7: return ["", "the", "how to", "\"", "!!", "a", "12", "価", "セキュ", "безоп"][generated.number(0..<10)]
    case 8: return "\(generated.word()) \(generated.word()) " + slip(generated.word(), &generated)
    default: return generated.phrase(2...8)
    }
  }

  private static func slip(_ text: String, _ generated: inout GeneratedLibrary) -> String {
    var letters = Array(text)
    let place = generated.number(0..<letters.count)
    switch generated.number(0..<4) {
    case 0: letters.remove(at: place)
    case 1: letters.insert("e", at: place)
    case 2: letters[place] = "o"
    default: if place + 1 < letters.count { letters.swapAt(place, place + 1) }
    }
    return String(letters)
  }
}
