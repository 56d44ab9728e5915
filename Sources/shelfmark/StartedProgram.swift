// Another program of the system, started and left to itself.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Starts `program`, which the system finds by its name, with one argument; false where it is not there. What it says is
/// thrown away, and signals reach it as in a fresh shell.
func startedProgram(_ program: String, _ argument: String) -> Bool {
  var actions = unsafe posix_spawn_file_actions_t()
  unsafe posix_spawn_file_actions_init(&actions)
  defer { unsafe posix_spawn_file_actions_destroy(&actions) }
  for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
    unsafe posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
  }
  var attributes = posix_spawnattr_t()
  unsafe posix_spawnattr_init(&attributes)
  defer { unsafe posix_spawnattr_destroy(&attributes) }
  var signals = sigset_t()
  unsafe sigemptyset(&signals)
  unsafe posix_spawnattr_setsigmask(&attributes, &signals)
  unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
  var words: [UnsafeMutablePointer<CChar>?] = unsafe [strdup(program), strdup(argument), nil]
  defer { unsafe words.forEach { unsafe free($0) } }
  var id: pid_t = 0
  return unsafe posix_spawnp(&id, program, &actions, &attributes, &words, environ) == 0
}
