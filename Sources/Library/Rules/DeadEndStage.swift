// The journey is a loop: from each stage one leads on, and to each stage one comes.

package import Diagnostics

extension Rule {
  package static let deadEndStage = Rule(
    "dead-end-stage", .warning,
    explanation: """
      A stage names no stage that comes after it, or no way through the stages leads to it. The journey is a loop: a \
      customer who recommends you brings the next lead, and a lost deal can be won back. 'next' is what the lead page and \
      the resource pages suggest from, so a stage without it ends the conversation.

          next: [retention, win-back]
      """)

  /// Dead ends first; only where there are none is a stage reported that cannot be reached, since one dead end is enough
  /// to cut others off. `stages` in their order; `whole` is false where a `next` could not be read.
  static func checkJourney(_ stages: [Stage], places: [StageEntry], report: inout Findings) {
    guard !places.contains(where: \.hasUnreadableNext) else { return }
    var hasDeadEnd = false
    for (stage, entry) in zip(stages, places) where stage.next.isEmpty {
      hasDeadEnd = true
      let following = stages.first { $0.order > stage.order } ?? stages.first { $0.id != stage.id }
      report.add(
        Problem(
          .deadEndStage, in: stage.file, at: entry.nextPlace, "no stage comes after '\(stage.id)'",
          help: following.map { "add a line such as: next: [\($0.id)]" }
            ?? "add a file for the stage that follows, and here a line with its name, such as: next: [retention]"))
    }
    guard !hasDeadEnd, stages.count > 1 else { return }
    var reached = Set<Int>()
    var pending = stages[0].next
    while let index = pending.popLast() {
      if reached.insert(index).inserted { pending += stages[index].next }
    }
    for (index, stage) in stages.enumerated() where !reached.contains(index) {
      report.add(
        Problem(
          .deadEndStage, in: stage.file, at: places[index].nextPlace, "no other stage leads to '\(stage.id)'",
          help: "name it in the 'next' of the stage it follows"))
    }
  }
}
