/** What is read from a form: what was posted, or a form as it stands in the browser. */
export interface FormFields {
  get(name: string): FormDataEntryValue | null
  getAll(name: string): FormDataEntryValue[]
  has(name: string): boolean
  /** The names, some perhaps more than once. */
  keys(): Iterable<string>
  [Symbol.iterator](): Iterator<[string, FormDataEntryValue]>
}

/** A form in which looking up a name costs the same however many there are, and `constructor` is a name like any other. */
export class ReadForm implements FormFields {
  readonly #values = new Map<string, string[]>()

  constructor(pairs: Iterable<[string, string]>) {
    for (const [name, value] of pairs) {
      const values = this.#values.get(name)
      if (values) values.push(value)
      else this.#values.set(name, [value])
    }
  }

  get(name: string) {
    return this.#values.get(name)?.[0] ?? null
  }

  getAll(name: string) {
    return this.#values.get(name) ?? []
  }

  has(name: string) {
    return this.#values.has(name)
  }

  keys() {
    return this.#values.keys()
  }

  /** The same form in which these fields have one value each. */
  with(fields: Record<string, string>): ReadForm {
    const kept = [...this].filter(([name]) => !Object.hasOwn(fields, name))
    return new ReadForm([...kept, ...Object.entries(fields)])
  }

  *[Symbol.iterator](): Generator<[string, string]> {
    for (const [name, values] of this.#values) for (const value of values) yield [name, value]
  }
}
