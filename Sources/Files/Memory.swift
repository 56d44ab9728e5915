// How the system's allocator asks for memory. glibc grows the heap of every thread but the first page by page, with a
// system call each: twelve thousand of them in a build of ten thousand resources.

import CSystem

/// Makes the allocator take memory in large pieces and keep what is freed, for a program that works and then ends.
/// What is taken but not used costs nothing.
package func takeMemoryInLargePieces() { take_memory_in_large_pieces() }
