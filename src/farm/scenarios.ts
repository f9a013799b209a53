/** A named world: how much work it has and what is wrong with it. */
export type Scenario = {
  /** One line for the demo's panel. */
  title: string
  /** About how many rows try's day list has at birth, whatever the hour. */
  tryRows: number
  /** All other branches together, in multiples of a quiet day (about 1,700 rows). */
  others: number
  /** Hours of full history before today. */
  pastHours: number
  /** Nights before today that have nightlies. */
  nights: number
  /** Builds on two masters break during the last hours. */
  storm: boolean
  redNightlies: boolean
  /** `refusing`: writes fail at the broker (contract surprise 15); `dead`: they get no answer at all. */
  broker: 'up' | 'refusing' | 'dead'
  agent: 'alive' | 'dead'
  /** Milliseconds every answer is held back; null: a lifelike few. */
  delay: number | null
  signedOut: boolean
  garbage: boolean
}

const calm: Scenario = {
  title: 'A quiet working day',
  tryRows: 2200,
  others: 1,
  pastHours: 30,
  nights: 14,
  storm: false,
  redNightlies: false,
  broker: 'up',
  agent: 'alive',
  delay: null,
  signedOut: false,
  garbage: false,
}

/** Add a world here; its name is its address (`?farm=<name>`). */
export const scenarios = {
  calm,
  busy: { ...calm, title: '30,000 jobs on try today', tryRows: 30_000, others: 3, pastHours: 2, nights: 3 },
  huge: { ...calm, title: '100,000 jobs on try today', tryRows: 100_000, others: 3, pastHours: 1, nights: 2 },
  'red-nightly': { ...calm, title: 'Nightlies fail since three nights', redNightlies: true },
  'infra-storm': { ...calm, title: 'Two masters break what they touch', storm: true },
  'broker-down': { ...calm, title: 'The broker refuses every action', broker: 'refusing' },
  'broker-dead': { ...calm, title: 'Actions get no answer at all', broker: 'dead' },
  slow: { ...calm, title: 'Every answer takes 8 seconds', delay: 8000 },
  'signed-out': { ...calm, title: 'The login has expired', signedOut: true },
  garbage: { ...calm, title: 'Answers are broken now and then', garbage: true },
  'agent-dead': { ...calm, title: 'Actions are accepted and never done', agent: 'dead' },
} as const satisfies Record<string, Scenario>

export type ScenarioName = keyof typeof scenarios

export const isScenarioName = (text: string): text is ScenarioName => Object.hasOwn(scenarios, text)
