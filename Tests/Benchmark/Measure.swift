// Runs a program to its end and asks the system what it cost.

import Foundation

struct Cost {
  /// Seconds of processor time, user and system together.
  let cpu: Double
  let wall: Double
  /// Bytes.
  let peakMemory: Int
  let output: String
}

struct BenchmarkFailure: Error, CustomStringConvertible { let description: String }

func measure(_ program: String, _ arguments: [String]) throws -> Cost {
  let outputPath = NSTemporaryDirectory() + "shelfmark-benchmark-output"
  let arguments = [program] + arguments
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 1, outputPath, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
  posix_spawn_file_actions_adddup2(&actions, 1, 2)
  var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
  defer { for word in words { free(word) } }
  var pid: pid_t = 0
  let start = ContinuousClock.now
  guard posix_spawn(&pid, program, &actions, nil, &words, environ) == 0 else {
    throw BenchmarkFailure(description: "cannot start \(program)")
  }
  var status: Int32 = 0
  var usage = rusage()
  while wait4(pid, &status, 0, &usage) < 0 && errno == EINTR {}
  let wall = ContinuousClock.now - start
  let output = (try? String(contentsOfFile: outputPath, encoding: .utf8)) ?? ""
  guard status == 0 else {
    throw BenchmarkFailure(description: "\(arguments.joined(separator: " ")) failed:\n\(output)")
  }
  func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
  return Cost(
    cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime),
    wall: Double(wall.components.seconds) + Double(wall.components.attoseconds) * 1e-18,
    peakMemory: Int(usage.ru_maxrss) * 1_024, output: output)
}

func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  guard !sorted.isEmpty else { return 0 }
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
