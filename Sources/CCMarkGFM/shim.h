/* cmark-gfm and its extensions are two packages on Debian; only the first has the pkg-config file, so a missing
   second one would otherwise give no hint at all. */
#if !__has_include(<cmark-gfm.h>) || !__has_include(<cmark-gfm-core-extensions.h>)
#error "cmark-gfm is not installed. Debian, Ubuntu: apt-get install libcmark-gfm-dev libcmark-gfm-extensions-dev   macOS: brew install cmark-gfm"
#else
#define CMARK_NO_SHORT_NAMES 1
#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>
#endif
