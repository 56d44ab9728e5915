// `report stale`: reviews that are overdue and that fall due in the next half year, by week and by owner, so that
// somebody sees in March that forty of them meet in June.

import Diagnostics
package import Library

package struct StaleReport: Sendable {
  private static let weeksAhead: Int32 = 26
  /// A week is a peak with at least so many reviews, if they are also twice the usual number.
  private static let leastPeak = 5

  private struct Review {
    let resource: Int
    let due: Day
  }

  private let library: Library
  private let today: Day
  /// By day, then by id.
  private let reviews: [Review]

  package init(_ library: Library, today: Day) {
    self.library = library
    self.today = today
    let end = Day(number: Week(of: today).start.number + 7 * Self.weeksAhead)
    reviews = library.resources.indices.compactMap { index in
      guard library.resources[index].status == .approved, let due = library.resources[index].reviewDue, due < end else {
        return nil
      }
      return Review(resource: index, due: due)
    }
    .sorted { ($0.due.number, $0.resource) < ($1.due.number, $1.resource) }
  }

  private var overdue: ArraySlice<Review> { reviews.prefix { $0.due < today } }

  /// Ids of what should be reviewed now and then, and never was.
  private var neverReviewed: [String] {
    library.resources.filter { $0.status == .approved && $0.reviewEvery != nil && $0.reviewed == nil }.map(\.id)
  }

  private func owner(_ review: Review) -> String {
    switch library.resources[review.resource].owner {
    case .person(let index): library.people[index].name
    case .team(let index): library.teams[index].label
    case nil: "Nobody"
    }
  }

  // MARK: As a page

  package func page() -> ReportPage {
    var page = ReportPage("Reviews of \(library.site.title), from \(today.iso)", json: json())
    let ahead = reviews.count - overdue.count
    page.add(
      .sentence("\(grouped(overdue.count)) overdue, \(grouped(ahead)) due in the next \(Self.weeksAhead) weeks."))
    let never = neverReviewed
    if !never.isEmpty {
      let names =
        never.prefix(5).joined(separator: ", ") + (never.count > 5 ? " and \(grouped(never.count - 5)) more" : "")
      page.add(.sentence("\(counted(never.count, "resource")) never reviewed, so never due: \(names)."))
    }
    addWeeks(to: &page)
    let byOwner = Dictionary(grouping: reviews, by: owner)
    for (owner, reviews) in byOwner.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
      let late = reviews.count { $0.due < today }
      let parts =
        (late > 0 ? ["\(grouped(late)) overdue"] : [])
        + (late < reviews.count ? ["\(grouped(reviews.count - late)) due"] : [])
      page.add(.heading("\(owner): \(parts.joined(separator: ", "))"))
      page.add(
        .table(
          ReportTable(
            [.init("due"), .init("week"), .init("title", widest: 50), .init("file", widest: 80)],
            reviews.map { review in
              let resource = library.resources[review.resource]
              let week = review.due < today ? "overdue" : Week(of: review.due).name
              return [review.due.iso, week, resource.title, resource.file]
            })))
    }
    if !overdue.isEmpty {
      page.add(.heading("When you have read one again"))
      page.add(.commands(["shelfmark verify \(library.resources[overdue[0].resource].id)"]))
    }
    return page
  }

  private var weeks: [(week: Week, reviews: [Review])] {
    Dictionary(grouping: reviews.dropFirst(overdue.count)) { Week(of: $0.due) }
      .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func isPeak(_ count: Int) -> Bool {
    count >= Self.leastPeak && count * Int(Self.weeksAhead) >= 2 * (reviews.count - overdue.count)
  }

  private func addWeeks(to page: inout ReportPage) {
    let rows = weeks.map { week, reviews in
      let owners = Dictionary(grouping: reviews, by: owner).mapValues(\.count)
        .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
      return [
        week.name, week.start.text, "\(reviews.count)", isPeak(reviews.count) ? "peak" : "",
        owners.joined(separator: ", "),
      ]
    }
    guard !rows.isEmpty else { return }
    page.add(
      .table(
        ReportTable(
          [.init("week"), .init("from"), .init("due", isNumber: true), .init(""), .init("whose", widest: 70)], rows)))
    if let peak = weeks.filter({ isPeak($0.reviews.count) }).max(by: { $0.reviews.count < $1.reviews.count }) {
      page.add(
        .sentence(
          "The peak is \(peak.week.name) with \(peak.reviews.count): review some of them earlier, and they spread next time."
        ))
    }
  }

  private func json() -> JSONText {
    let items = reviews.map { review -> JSONText in
      let resource = library.resources[review.resource]
      return [
        "id": .text(resource.id), "title": .text(resource.title), "file": .text(resource.file),
        "owner": .text(owner(review)), "reviewed": .optional(resource.reviewed?.iso), "due": .text(review.due.iso),
        "week": .text(Week(of: review.due).name), "overdue": .bool(review.due < today),
      ]
    }
    let peaks = weeks.filter { isPeak($0.reviews.count) }.map { $0.week.name }
    return [
      "today": .text(today.iso), "reviews": .list(items), "peaks": .texts(peaks),
      "neverReviewed": .texts(neverReviewed),
    ]
  }

  // MARK: As a calendar

  /// An RFC 5545 calendar with a whole-day event for each review. It says the same on every day for the same library: an
  /// event's stamp is the day of the last review, and its UID stays, so that a calendar that reads it again moves it.
  package func calendar() -> [UInt8] {
    var lines = CalendarLines()
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//Shelfmark//Reviews//EN")
    lines.add("CALSCALE", "GREGORIAN")
    lines.add("METHOD", "PUBLISH")
    lines.add("X-WR-CALNAME", text: "Reviews: \(library.site.title)")
    for review in reviews {
      let resource = library.resources[review.resource]
      let stamp = resource.reviewed ?? review.due
      lines.add("BEGIN", "VEVENT")
      lines.add("UID", "review-\(resource.id)@\(host)")
      lines.add("DTSTAMP", "\(stamp.basic)T000000Z")
      lines.add("DTSTART;VALUE=DATE", review.due.basic)
      lines.add("DTEND;VALUE=DATE", Day(number: review.due.number + 1).basic)
      lines.add("SUMMARY", text: "Review: \(resource.title)")
      lines.add("DESCRIPTION", text: "\(owner(review))\n\(resource.file)\nshelfmark verify \(resource.id)")
      lines.add("CATEGORIES", text: owner(review))
      if let base = library.site.baseURL { lines.add("URL", "\(base)resources/\(resource.id).html") }
      lines.add("TRANSP", "TRANSPARENT")
      lines.add("END", "VEVENT")
    }
    lines.add("END", "VCALENDAR")
    return lines.bytes
  }

  /// The host of the site's address, so that UIDs of two libraries differ.
  private var host: String {
    let rest = library.site.baseURL.flatMap { $0.firstRange(of: "://").map { $0.upperBound } }
    guard let base = library.site.baseURL, let rest else { return "library.shelfmark" }
    let name = base[rest...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
    return name.isEmpty ? "library.shelfmark" : String(name)
  }
}

/// Content lines: ended by CR and LF, folded so that none is longer than 75 octets.
private struct CalendarLines {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ name: String, _ value: String) {
    var width = 0
    for scalar in "\(name):\(value)".unicodeScalars {
      let octets = Array(String(Character(scalar)).utf8)
      if width + octets.count > 75 {
        bytes += "\r\n ".utf8
        width = 1
      }
      bytes += octets
      width += octets.count
    }
    bytes += "\r\n".utf8
  }

  /// A value in words: what has a meaning in a line is escaped, and control characters are not allowed in one.
  mutating func add(_ name: String, text: String) {
    var value = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": value += "\\\(scalar)"
      case "\n": value += "\\n"
      case "\0"..<" ", "\u{7F}": value += " "
      default: value.unicodeScalars.append(scalar)
      }
    }
    add(name, value)
  }
}

extension Day {
  /// "20260301".
  fileprivate var basic: String { iso.replacing("-", with: "") }
}
