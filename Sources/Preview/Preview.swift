// Preview is the local server that shows a library while it is being written: it renders a route when a browser asks
// for it, from the same code as the build, and tells open pages when content has changed.
