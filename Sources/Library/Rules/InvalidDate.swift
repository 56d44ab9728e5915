// A date that is not an ISO day. What people write instead is recognised where it can mean only one day.

package import Diagnostics

extension Rule {
  package static let invalidDate = Rule(
    "invalid-date", .error,
    explanation: """
      A date is written as year, month and day with hyphens, such as 2026-03-01, or the day does not exist. Other ways to \
      write a date mean different days to different people: 03/04/2026 is a day in March or in April.

          reviewed: 1.3.2026        write: reviewed: 2026-03-01
          expires: 2026-02-30       write a day that exists: expires: 2026-02-28
      """)
}

extension Problem {
  static func invalidDate(_ text: String, in file: String, at range: ByteRange) -> Problem {
    let hasForm =
      text.utf8.count == 10
      && text.utf8.enumerated().allSatisfy { index, byte in
        index == 4 || index == 7 ? byte == UInt8(ascii: "-") : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      }
    let message = hasForm ? "there is no day \(quoted(text))" : "\(quoted(text)) is not a date like 2026-03-01"
    return Problem(.invalidDate, in: file, at: range, message, help: hasForm ? nil : "write " + Day.choices(for: text))
  }
}

extension Day {
  /// The one day that a text such as "1.3.2026", "2026/3/1", "1 March 2026" or "Mar 1, 2026" can mean; nil where there
  /// are two, or none.
  static func meant(by text: String) -> Day? {
    let readings = Self.readings(of: text)
    return readings.first == readings.last ? readings.first : nil
  }

  /// "2026-04-03 or 2026-03-04" for what can mean either.
  fileprivate static func choices(for text: String) -> String {
    let readings = Self.readings(of: text)
    return readings.isEmpty ? "year-month-day" : readings.map(\.iso).joined(separator: " or ")
  }

  /// The days that a text can mean: none, one or two.
  private static func readings(of text: String) -> [Day] {
    let parts = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard parts.count == 3, text.utf8.count <= 40 else { return [] }
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    func month(_ word: String) -> Int? {
      guard word.utf8.count >= 3, let index = months.firstIndex(where: { word.hasPrefix($0) }) else { return nil }
      return index + 1
    }
    func number(_ word: String) -> Int? {
      let digits = word.prefix { $0.isASCII && $0.isNumber }
      guard digits.utf8.count <= 4, ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count)) else {
        return nil
      }
      return Int(digits)
    }
    func day(_ year: Int?, _ month: Int?, _ day: Int?) -> [Day] {
      guard let year, let month, let day, year >= 1_000 else { return [] }
      func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      return Day("\(year)-\(padded(month))-\(padded(day))").map { [$0] } ?? []
    }
    if let named = month(parts[1]) { return day(number(parts[2]), named, number(parts[0])) }
    if let named = month(parts[0]) { return day(number(parts[2]), named, number(parts[1])) }
    if parts[0].utf8.count == 4 { return day(number(parts[0]), number(parts[1]), number(parts[2])) }
    if text.contains(".") { return day(number(parts[2]), number(parts[1]), number(parts[0])) }
    // With slashes or hyphens either number may be the month, unless only one can.
    return day(number(parts[2]), number(parts[1]), number(parts[0]))
      + day(number(parts[2]), number(parts[0]), number(parts[1]))
  }
}
