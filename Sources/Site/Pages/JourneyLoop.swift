// The drawing above the journey: the stages as a round trip, outwards along the top and back along the bottom, with
// what branches off between the two. The list below it says the same in words, so readers who do not see it miss
// nothing. Whole numbers and straight layout, so that it is the same on every machine.

import Library
import Mustache

struct JourneyLoop {
  private struct Point {
    var x: Int
    var y: Int
  }

  private static let width = 880
  private static let (top, middle, bottom) = (60, 165, 270)
  /// From a mark's centre to its label's.
  private static let labelDistance = 38

  private let stages: [Stage]
  /// Those that follow one another from the first, in order.
  private let round: [Int]
  private let points: [Point]

  init(_ stages: [Stage]) {
    self.stages = stages
    var round: [Int] = []
    var next = stages.isEmpty ? nil : 0
    while let stage = next, !round.contains(stage) {
      round.append(stage)
      next = stages[stage].next.first
    }
    self.round = round
    let outwards = (round.count + 1) / 2
    let back = Array(round.dropFirst(outwards).reversed())
    let aside = stages.indices.filter { !round.contains($0) }
    var points = [Point](repeating: Point(x: 0, y: 0), count: stages.count)
    for (row, y) in [(Array(round.prefix(outwards)), Self.top), (back, Self.bottom), (aside, Self.middle)] {
      for (place, stage) in row.enumerated() {
        points[stage] = Point(x: (2 * place + 1) * Self.width / (2 * row.count), y: y)
      }
    }
    self.points = points
  }

  func value(_ values: [Value]) -> Value {
    let nodes = stages.indices.map { stage -> Value in
      let point = points[stage]
      return [
        "stage": values[stage], "x": .integer(point.x), "y": .integer(point.y),
        "labelY": .integer(point.y + (point.y == Self.top ? -Self.labelDistance : Self.labelDistance)),
        "isAside": .bool(!round.contains(stage)),
      ]
    }
    let edges = stages.indices.flatMap { stage in
      stages[stage].next.filter { $0 != stage }.map { next -> Value in
        ["path": .text(path(from: stage, to: next)), "isAside": .bool(!isOnRound(stage, next))]
      }
    }
    return [
      "width": .integer(Self.width), "height": .integer(Self.top + Self.bottom), "nodes": .list(nodes),
      "edges": .list(edges),
    ]
  }

  private func isOnRound(_ stage: Int, _ next: Int) -> Bool {
    guard let place = round.firstIndex(of: stage) else { return false }
    return round[(place + 1) % round.count] == next
  }

  /// A curve that swings out where the round trip turns, and towards the middle where it takes a short cut.
  private func path(from stage: Int, to next: Int) -> String {
    let (start, end) = (points[stage], points[next])
    var bend = Point(x: (start.x + end.x) / 2, y: (start.y + end.y) / 2)
    if start.y == end.y {
      if !isOnRound(stage, next) { bend.y += start.y == Self.top ? 70 : -70 }
    } else if isOnRound(stage, next) {
      bend.x = start.y == Self.top ? max(start.x, end.x) + 90 : min(start.x, end.x) - 90
    }
    return "M\(start.x) \(start.y)Q\(bend.x) \(bend.y) \(end.x) \(end.y)"
  }
}
