/** Something that is broken on purpose, so many times, and what must hold all the same. `seed` repeats the same moments. */
export type Fault = { name: string; run(): Promise<{ holds: boolean; times: number; found: string; seed: number }> }
