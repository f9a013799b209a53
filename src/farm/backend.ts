import type { EndpointName, Routes } from '../contract/routes.ts'
import type { Ask } from './ask.ts'
import type { Said } from './said.ts'

/** The `:names` of a path. */
type NamesIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NamesIn<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never

/** What a handler of this endpoint is asked, with the values of its own path. */
export type AskOf<K extends EndpointName> = Ask<Readonly<Record<NamesIn<Routes[K]['path']>, string>>>

/** The contract, answered: the compiler insists on every endpoint of the table. */
export type Backend = { readonly [K in EndpointName]: (ask: AskOf<K>) => Said }
