// What the words of a whole library ask for. Personas, stages, types and facets have pages that name all the others, so
// their number counts, whatever a file says.

import Diagnostics

enum SizeCheck {
  static func check(_ library: Library, report: inout Findings) {
    let limits = library.site.limits
    let (personas, stages) = (library.personas.count, library.stages.count)
    let values = library.types.count + library.facets.reduce(0) { $0 + 1 + $1.values.count }
    if stages > limits.stageCount {
      report.add(.tooMany("there are \(stages) stages", limit: limits.stageCount, setting: "max_stages"))
    } else if personas * stages > limits.cellCount {
      let cells = "\(personas) personas at \(stages) stages make \(personas * stages) pages"
      report.add(.tooMany(cells, limit: limits.cellCount, setting: "max_cells"))
    }
    if values > limits.valueCount {
      report.add(.tooMany("types and facets have \(values) names", limit: limits.valueCount, setting: "max_values"))
    }
  }
}
