// Two files of the site that want the same place. The library's own checks catch what authors can cause; this holds
// for whatever else may come.

import Diagnostics
import Library

/// One problem for each path that more than one route has, also where they differ only in case: some disks see no
/// difference.
func pathClashes(_ routes: [Route]) -> Problems {
  var problems = Problems()
  var seen = [String: String](minimumCapacity: routes.count)
  for route in routes {
    if let other = seen.updateValue(route.path, forKey: route.path.lowercased()) {
      problems.add(
        Problem(.pathClash, in: route.path, "two files of the site would be '\(route.path)' and '\(other)'"))
    }
  }
  return problems
}
