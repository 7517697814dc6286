/** Why somebody did not get through: too many were waiting. */
export class TurnedAway extends Error {}

type Options = { atOnce: number; waiting: number }

/** Lets a few do something at once. Some wait for it, whoever is known before others; one more than that is turned away. */
export class Turnstile {
  readonly #options: Options
  readonly #lines = { known: [] as (() => void)[], others: [] as (() => void)[] }
  #inside = 0

  constructor(options: Options) {
    this.#options = options
  }

  /** Throws `TurnedAway` at once when `waiting` of their sort are waiting. */
  async pass<T>(who: 'known' | 'others', work: () => Promise<T>): Promise<T> {
    if (this.#inside >= this.#options.atOnce) await this.#wait(who)
    else this.#inside += 1
    try {
      return await work()
    } finally {
      const next = this.#lines.known.shift() ?? this.#lines.others.shift()
      if (next) next()
      else this.#inside -= 1
    }
  }

  #wait(who: 'known' | 'others') {
    const line = this.#lines[who]
    if (line.length >= this.#options.waiting) throw new TurnedAway('Too many were waiting.')
    return new Promise<void>((resolve) => line.push(resolve))
  }
}
