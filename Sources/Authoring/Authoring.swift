// Authoring is what helps people who write a library: starting one, adding to it, changing labels in place, reporting
// on it. It knows what a library is and how its files are written; it knows nothing of pages and nothing of the terminal.
