/* A pointer of each thread's own, which pthread_getspecific finds in five times as many steps. Every file of Swift that
   calls it gets another pointer: so one does, `Markdown/Arena.swift`. */
static inline void **pointer_of_thread(void) {
  static _Thread_local void *pointer;
  return &pointer;
}
