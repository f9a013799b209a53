/** True in the build that holds the simulated farm; a constant, so that the live build has none of it. */
declare const __DEMO__: boolean
