// Dates are ISO days without a time zone, read and written by hand: Foundation's formatters cost a thousand times more.

/// A day of the Gregorian calendar, from 0001-01-01 to 9999-12-31.
package struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  package let number: Int32

  package init(number: Int32) { self.number = number }

  /// Reads "2026-03-01" and nothing else; nil where it is not a day of the calendar.
  package init?(_ text: String) {
    let text = text.utf8
    let digits = text.span
    guard digits.count == 10, digits[4] == UInt8(ascii: "-"), digits[7] == UInt8(ascii: "-") else { return nil }
    func number(_ digits: Span<UInt8>) -> Int? {
      var value = 0
      for index in digits.indices {
        guard digits[index] >= UInt8(ascii: "0"), digits[index] <= UInt8(ascii: "9") else { return nil }
        value = value * 10 + Int(digits[index] - UInt8(ascii: "0"))
      }
      return value
    }
    guard let year = number(digits.extracting(0..<4)), let month = number(digits.extracting(5..<7)),
      let day = number(digits.extracting(8..<10)), year >= 1,
      (1...12).contains(month), (1...Day.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// A day that exists: `month` 1 to 12, `day` within it.
  package init(year: Int, month: Int, day: Int) {
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  package var parts: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// "2026-03-01".
  package var iso: String {
    let (year, month, day) = parts
    let digits: [UInt8] = [
      digit(year / 1_000), digit(year / 100), digit(year / 10), digit(year), UInt8(ascii: "-"),
      digit(month / 10), digit(month), UInt8(ascii: "-"), digit(day / 10), digit(day),
    ]
    let text = String(decoding: digits, as: UTF8.self)
    // A review may be due in ten thousand years.
    return year > 9_999 ? String(year / 10_000) + text : text
  }

  /// "1 Mar 2026".
  package var text: String {
    let (year, month, day) = parts
    let name = Day.monthNames[month - 1]
    guard (1_000...9_999).contains(year) else { return "\(day) \(String(decoding: name, as: UTF8.self)) \(year)" }
    let letters: [UInt8] = [
      digit(day / 10), digit(day), UInt8(ascii: " "), name[0], name[1], name[2], UInt8(ascii: " "),
      digit(year / 1_000), digit(year / 100), digit(year / 10), digit(year),
    ]
    return String(decoding: day < 10 ? letters[1...] : letters[...], as: UTF8.self)
  }

  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  private static let monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    .map { Array($0.utf8) }

  fileprivate static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// The last digit of a number.
private func digit(_ number: Int) -> UInt8 { UInt8(ascii: "0") + UInt8(number % 10) }

/// A length of time in the calendar: "30d", "6m" or "1y".
package enum Period: Hashable, Sendable {
  case days(Int)
  case months(Int)

  /// Reads a whole number from 1 to 999 and a unit; nil for anything else.
  package init?(_ text: String) {
    guard let unit = text.utf8.last, text.utf8.count <= 4, let count = Int(text.dropLast()), count >= 1,
      text.utf8.first != UInt8(ascii: "+")
    else { return nil }
    switch unit {
    case UInt8(ascii: "d"): self = .days(count)
    case UInt8(ascii: "m"): self = .months(count)
    case UInt8(ascii: "y"): self = .months(count * 12)
    default: return nil
    }
  }
}

extension Day {
  /// The day one `period` later; the last of the month where the later month is shorter (31 Jan + 1m = 28 Feb).
  package func adding(_ period: Period) -> Day {
    switch period {
    case .days(let count): return Day(number: number + Int32(count))
    case .months(let count):
      let (year, month, day) = parts
      let months = year * 12 + month - 1 + count
      let (newYear, newMonth) = (months / 12, months % 12 + 1)
      return Day(year: newYear, month: newMonth, day: min(day, Day.length(ofMonth: newMonth, year: newYear)))
    }
  }
}
