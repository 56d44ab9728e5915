// The memory of one thread: an arena behind the C library's allocator, from which the tree of one document is built and
// which is then emptied at once, and the buffers in which its output is written. Raw memory of Shelfmark's own: malloc'ed
// here, kept for the thread's next document, freed here when the thread ends. An own arena, because the library's is one
// global, and slower than malloc; this one saves a quarter of the parsing.
import CCMarkGFM
import CSystem
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The buffers and the arena of one thread.
struct ThreadState {
  var arena = Arena()
  var buffers: (html: ByteBuffer, text: ByteBuffer)? = (ByteBuffer(), ByteBuffer())
  var isBusy = false

  /// Made by `prepare`, once, before any document is parsed. What it holds is the current state, to be destroyed with
  /// its thread.
  @exclusivity(unchecked) private nonisolated(unsafe) static var key = pthread_key_t()

  static func prepare() {
    pthread_key_create(&key) { state in ThreadState.destroy(state) }
  }

  /// Never inlined, so that no other file asks for the thread's pointer: it would be given another one.
  @inline(never) private static func set(_ state: UnsafeMutablePointer<ThreadState>?) {
    pointer_of_thread().pointee = UnsafeMutableRawPointer(state)
    pthread_setspecific(key, state)
  }

  @inline(never) private static func make() -> UnsafeMutablePointer<ThreadState> {
    let state = UnsafeMutablePointer<ThreadState>.allocate(capacity: 1)
    state.initialize(to: ThreadState())
    set(state)
    return state
  }

  @inline(__always) private static var found: UnsafeMutablePointer<ThreadState> {
    pointer_of_thread().pointee?.assumingMemoryBound(to: ThreadState.self) ?? make()
  }

  @inline(never) static var current: UnsafeMutablePointer<ThreadState> { found }

  /// The thread's arena as the C library's allocator.
  static var memory: cmark_mem {
    cmark_mem(
      calloc: { count, size in ThreadState.found.pointee.arena.allocateZeroed(count * size) },
      realloc: { old, size in ThreadState.found.pointee.arena.reallocate(old, size) },
      // Freed memory is not used again before the whole document is dropped: a stale pointer inside the C library
      // could at worst read old bytes of the same document.
      free: { _ in })
  }

  private static func destroy(_ raw: UnsafeMutableRawPointer?) {
    guard let state = raw?.assumingMemoryBound(to: ThreadState.self) else { return }
    state.pointee.arena.release()
    state.pointee.buffers?.html.deallocate()
    state.pointee.buffers?.text.deallocate()
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// Runs `body` with an empty arena, and empties it afterwards. A rewrite callback that parses another document gets a
  /// state of its own for that while.
  static func withArena<Result>(_ body: () -> Result) -> Result {
    let outer = current
    guard outer.pointee.isBusy else {
      outer.pointee.isBusy = true
      defer {
        outer.pointee.arena.reset()
        outer.pointee.isBusy = false
      }
      return body()
    }
    set(nil)
    defer {
      destroy(current)
      set(outer)
    }
    return withArena(body)
  }
}

/// Lends the thread's two buffers, empty, to `body`.
func withBuffers<Result>(_ body: (_ html: inout ByteBuffer, _ text: inout ByteBuffer) -> Result) -> Result {
  let state = ThreadState.current
  var (html, text) = state.pointee.buffers.take() ?? (ByteBuffer(), ByteBuffer())
  defer {
    html.clear()
    text.clear()
    if let unused = state.pointee.buffers {
      unused.html.deallocate()
      unused.text.deallocate()
    }
    state.pointee.buffers = (html, text)
  }
  return body(&html, &text)
}

/// The memory of one document's tree, given out in a row and dropped at once.
struct Arena {
  private var next: UnsafeMutableRawPointer?
  private var end: UnsafeMutableRawPointer?
  private var chunks: [UnsafeMutableRawPointer] = []
  private var chunksInUse = 0
  private var large: [(start: UnsafeMutableRawPointer, byteCount: Int)] = []

  private static let chunkByteCount = 256 << 10
  /// Kept between documents: enough for nearly all of them.
  private static let keptChunkCount = 8
  /// Before each block stands its length, so that it can be enlarged. The length's last byte is always 0, which the
  /// library's look at the byte before a text relies on for being the same on every run.
  private static let header = 8

  static let heldByteCount = Atomic<Int>(0)

  @inline(__always) mutating func allocate(_ byteCount: Int) -> UnsafeMutableRawPointer {
    let needed = (byteCount + Arena.header + 7) & ~7
    guard let start = next, let end, end - start >= needed else { return allocateSlowly(byteCount, needed) }
    next = start + needed
    start.storeBytes(of: byteCount, as: Int.self)
    return start + Arena.header
  }

  @inline(__always) mutating func allocateZeroed(_ byteCount: Int) -> UnsafeMutableRawPointer {
    let block = allocate(byteCount)
    memset(block, 0, byteCount)
    return block
  }

  @inline(never) private mutating func allocateSlowly(_ byteCount: Int, _ needed: Int) -> UnsafeMutableRawPointer {
    if needed > Arena.chunkByteCount / 4 {
      let start = Arena.systemAllocate(needed)
      large.append((start, needed))
      start.storeBytes(of: byteCount, as: Int.self)
      return start + Arena.header
    }
    if chunksInUse == chunks.count { chunks.append(Arena.systemAllocate(Arena.chunkByteCount)) }
    next = chunks[chunksInUse]
    end = chunks[chunksInUse] + Arena.chunkByteCount
    chunksInUse += 1
    return allocate(byteCount)
  }

  mutating func reallocate(_ old: UnsafeMutableRawPointer?, _ byteCount: Int) -> UnsafeMutableRawPointer {
    guard let old else { return allocate(byteCount) }
    let start = old - Arena.header
    let oldCount = start.load(as: Int.self)
    guard byteCount > oldCount else { return old }
    // The newest block grows where it stands: the text of a paragraph, line by line.
    let needed = (byteCount + Arena.header + 7) & ~7
    if start + ((oldCount + Arena.header + 7) & ~7) == next, let end, end - start >= needed {
      start.storeBytes(of: byteCount, as: Int.self)
      next = start + needed
      return old
    }
    let new = allocate(byteCount)
    memcpy(new, old, oldCount)
    return new
  }

  mutating func reset() {
    while let (start, byteCount) = large.popLast() { Arena.systemFree(start, byteCount) }
    while chunks.count > Arena.keptChunkCount, let chunk = chunks.popLast() {
      Arena.systemFree(chunk, Arena.chunkByteCount)
    }
    (next, end, chunksInUse) = (nil, nil, 0)
  }

  mutating func release() {
    reset()
    while let chunk = chunks.popLast() { Arena.systemFree(chunk, Arena.chunkByteCount) }
  }

  private static func systemAllocate(_ byteCount: Int) -> UnsafeMutableRawPointer {
    guard let start = malloc(byteCount) else { preconditionFailure("out of memory") }
    heldByteCount.add(byteCount, ordering: .relaxed)
    return start
  }

  private static func systemFree(_ start: UnsafeMutableRawPointer, _ byteCount: Int) {
    free(start)
    heldByteCount.subtract(byteCount, ordering: .relaxed)
  }
}

/// What the C library's trees take up, for tests: 0 once every thread that parsed has ended.
package enum MarkdownMemory {
  package static var heldByteCount: Int { Arena.heldByteCount.load(ordering: .relaxed) }
}
