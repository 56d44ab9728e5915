// Weeks as ISO 8601 numbers them: from Monday on, the first of a year being the one with its first Thursday.

import Library

struct Week: Hashable, Comparable, Sendable {
  let year: Int
  let number: Int
  /// Its Monday.
  let start: Day

  init(of day: Day) {
    // 1970-01-01 was a Thursday.
    let weekday = (Int(day.number) + 3) - 7 * Int((Double(Int(day.number) + 3) / 7).rounded(.down))
    start = Day(number: day.number - Int32(weekday))
    let thursday = Day(number: start.number + 3)
    year = thursday.parts.year
    number = (Int(thursday.number) - Int(Day(year: year, month: 1, day: 1).number)) / 7 + 1
  }

  /// "2026-W09".
  var name: String { "\(year)-W\(number < 10 ? "0" : "")\(number)" }

  static func < (left: Week, right: Week) -> Bool { left.start < right.start }
}
