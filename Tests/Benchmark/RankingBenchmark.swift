// How well the finder ranks on a judged collection: docs.jsonl (id, title, text), queries.jsonl (id, text), qrels.tsv
// (query, document, gain). Every document becomes a resource whose labels say nothing; every query is typed into the
// built site; nDCG@10 counts as trec_eval does (linear gain, ideal over all judged documents).

import Foundation
import TestSupport

struct RankingBenchmark {
  private struct Entry: Decodable {
    let id: String
    let title: String?
    let text: String
  }

  private let documents: [Entry]
  private let queries: [Entry]
  private let gains: [String: [String: Double]]
  private let name: String

  init(collection: String) throws {
    func lines(_ file: String) throws -> [Substring] {
      try String(contentsOfFile: collection + "/" + file, encoding: .utf8).split(whereSeparator: \.isNewline)
    }
    documents = try lines("docs.jsonl").map { try JSONDecoder().decode(Entry.self, from: Data($0.utf8)) }
    let judgements = try lines("qrels.tsv").dropFirst().map { $0.split(separator: "\t").map(String.init) }
    gains = judgements.reduce(into: [:]) { gains, judgement in
      guard judgement.count == 3, let gain = Double(judgement[2]), gain > 0 else { return }
      gains[judgement[0], default: [:]][judgement[1]] = gain
    }
    let judged = gains
    queries = try lines("queries.jsonl").map { try JSONDecoder().decode(Entry.self, from: Data($0.utf8)) }
      .filter { judged[$0.id] != nil }
    name = URL(fileURLWithPath: collection).lastPathComponent
  }

  func run() throws {
    let folder = try TemporaryFolder(Self.vocabulary)
    for (index, document) in documents.enumerated() {
      try folder.write("content/resources/d\(index).md", Self.resource(document.title ?? "", document.text))
    }
    let page = try SearchPage(buildSite(folder.path, folder))
    try page.open()
    var ndcg: [Double] = []
    var first: [Double] = []
    var milliseconds: [Double] = []
    for query in queries {
      let answer = try page.ask(query.text)
      let ids = answer.ids.compactMap { Int($0.dropFirst()) }.map { documents[$0].id }
      let gains = gains[query.id] ?? [:]
      ndcg.append(Self.ndcg(ids, gains))
      first.append(ids.first.flatMap { gains[$0] } == nil ? 0 : 1)
      milliseconds.append(answer.milliseconds)
    }
    print(
      name,
      String(
        format: "%d documents, %d queries: nDCG@10 %.4f, relevant first %.3f; ms median %.0f, p95 %.0f",
        documents.count, queries.count, mean(ndcg), mean(first), median(milliseconds), percentile(milliseconds, 0.95)))
  }

  private static func ndcg(_ ranked: [String], _ gains: [String: Double]) -> Double {
    func discounted(_ gains: some Sequence<Double>) -> Double {
      gains.enumerated().reduce(0) { $0 + $1.element / log2(Double($1.offset) + 2) }
    }
    let ideal = discounted(gains.values.sorted(by: >).prefix(10))
    return ideal > 0 ? discounted(ranked.prefix(10).map { gains[$0] ?? 0 }) / ideal : 0
  }

  /// Words of labels that no query holds.
  private static let vocabulary = [
    "content/library.yml": """
    site: {title: Collection, description: A test collection, language: en}
    types:
      note: {label: Qz, review_every: 10y, audience: external}
    teams: {marketing: {label: Qm}, sales: {label: Qw}}
    people:
      x: {name: Qx, team: marketing, email: x@example.com}
    rules: {duplicate-title: off, title-length: off, summary-length: off}

    """,
    "content/personas/qp.md":
      "---\ntitle: Qp\nsummary: The only persona of a collection.\njob_titles: [Qp]\n---\n\nQp\n",
    "content/stages/qs.md":
      "---\ntitle: Qs\nsummary: The only stage of a collection.\norder: 1\nnext: [qs]\nteam: sales\n---\n\nQs\n",
  ]

  private static func resource(_ title: String, _ text: String) -> String {
    var summary = String(text.prefix { $0 != "." && !$0.isNewline }.prefix(160))
    if summary.isEmpty { summary = title }
    let fields = [
      "title: " + JSON.text(String(title.prefix(400))).serialized, "summary: " + JSON.text(summary).serialized,
      "type: note", "personas: [all]", "stages: [all]", "owner: x", "reviewed: 2026-01-05",
    ]
    return "---\n" + fields.joined(separator: "\n") + "\n---\n\n" + literal(text) + "\n"
  }

  /// The text as Markdown that means it letter for letter.
  private static func literal(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.map { "\\`*_[]<>#+-!|&~.)".contains($0) ? "\\\($0)" : String($0) }.joined()
        .replacing(/^\s+/, with: "")
    }.joined(separator: "\n")
  }
}

func mean(_ values: [Double]) -> Double { values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count) }
