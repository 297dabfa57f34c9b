/** Which builds a test file looks at. */
const needs = [
  [/^testing\/weapp\//, ['patient-weapp', 'physician-weapp']],
  [/^functions\/src\/bundle\./, ['functions-bundle']],
  [/^testing\/browser\//, ['sandbox-pages', 'console', 'patient-h5', 'physician-h5']],
  [/^apps\/patient\/testing\//, ['patient-h5']],
  [/^apps\/physician\/testing\//, ['physician-h5']],
  [/^apps\/console\/testing\//, ['console']],
  [/^packages\/sandbox\/(pages\/|src\/pages-folder)/, ['sandbox-pages']],
]

/**
 * @param {readonly string[]} files test files, relative to the root
 * @returns {string[]} names of builds, each once
 */
export function neededBuilds(files) {
  return [
    ...new Set(files.flatMap((file) => needs.filter(([pattern]) => pattern.test(file)).flatMap(([, names]) => names))),
  ]
}
