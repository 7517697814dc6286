export type Outcome = { holds: boolean; times: number; found: string; seed: number }
/** What could not be broken on this machine, and why. */
export type Skipped = { skipped: string }

/** Something that is broken on purpose, so many times, and what must hold all the same. `seed` repeats the same moments. */
export type Fault = { name: string; run(): Promise<Outcome | Skipped> }
