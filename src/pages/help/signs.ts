import { parseBuilder } from '../../domain/builderName.ts'

/** Builders of a usual kind each, to be read by the rules that read all others. */
const samples = [
  'build',
  'nightly',
  'static analysis build',
  'valgrind',
  'opt test mochitest-2',
  'opt test mochitest-e10s-2',
  'opt test mochitest-browser-chrome-3',
  'opt test mochitest-devtools-chrome-1',
  'opt test mochitest-gl',
  'opt test reftest-4',
  'opt test crashtest',
  'opt test jsreftest',
  'opt test xpcshell',
  'opt test web-platform-tests-1',
  'opt test marionette',
  'opt test jittest',
  'opt test gtest',
  'opt test cppunit',
  'talos tp5o',
  'talos dromaeojs',
]

/** A short sign of the matrix, the column it stands in, and what it is short for. */
export type Sign = { sign: string; group: string; stands: string }

export const signs: readonly Sign[] = samples.map((sample) => {
  const { symbol, group, groupLabel, suite, chunk } = parseBuilder(`Linux x86-64 try ${sample}`)
  return {
    sign: symbol,
    group: group === '' ? '' : `${group}, ${groupLabel}`,
    stands: chunk === null ? suite : `${suite}, part ${chunk}`,
  }
})
