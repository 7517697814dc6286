import { type IncomingMessage, request } from 'node:http'
import { HttpCaller } from './http-caller.ts'

/** What the board told, with the moment it came, by the clock of `performance`. */
export type BoardEvent = { name: string; text: string; at: number }

/** An operator in a browser, without the browser: signs in, takes contacts and looks at the board. */
export class OperatorClient {
  readonly #origin: string
  #cookie = ''

  constructor(origin: string) {
    this.#origin = origin
  }

  async signIn(email: string, password: string) {
    const caller = new HttpCaller(this.#origin, () => {})
    await caller.signIn(email, password)
    this.#cookie = caller.cookie
  }

  /** With the cookie of a session that was opened otherwise. */
  as(cookie: string) {
    this.#cookie = cookie
    return this
  }

  /** The answer to whatever is posted, as JSON. */
  async post<Answer>(path: string, fields: Record<string, string> = {}): Promise<Answer> {
    const answer = await fetch(this.#origin + path, {
      method: 'POST',
      headers: {
        Cookie: this.#cookie,
        Origin: this.#origin,
        'Sec-Fetch-Site': 'same-origin',
        'Sec-Fetch-Mode': 'cors',
      },
      body: new URLSearchParams(fields),
      redirect: 'manual',
    })
    const text = await answer.text()
    if (answer.status !== 200) throw new Error(`${path} gave ${answer.status}: ${text.slice(0, 200)}`)
    return JSON.parse(text) as Answer
  }

  /** What is at an address, all of it. */
  async get(path: string): Promise<string> {
    const answer = await fetch(this.#origin + path, { headers: { Cookie: this.#cookie }, redirect: 'manual' })
    const text = await answer.text()
    if (answer.status !== 200) throw new Error(`${path} gave ${answer.status}.`)
    return text
  }

  /** Looks at the board until `stop`; resolves with all there is. */
  watch(hear: (event: BoardEvent) => void): Promise<{ stop(): void }> {
    return new Promise((resolve, reject) => {
      const asked = request(`${this.#origin}/queue/live`, { headers: { Cookie: this.#cookie } }, (answer) => {
        if (answer.statusCode !== 200) return reject(new Error(`The board gave ${answer.statusCode}.`))
        read(answer, (event) => {
          hear(event)
          if (event.name === 'snapshot') resolve({ stop: () => asked.destroy() })
        })
      })
      asked.on('error', reject).end()
    })
  }
}

function read(answer: IncomingMessage, hear: (event: BoardEvent) => void) {
  let rest = ''
  answer.setEncoding('utf8').on('data', (part: string) => {
    const at = performance.now()
    const events = `${rest}${part}`.split('\n\n')
    rest = events.pop() ?? ''
    for (const event of events) {
      const [, name = '', text = ''] = event.match(/^event: (\S+)\ndata: (.*)$/) ?? []
      if (name) hear({ name, text, at })
    }
  })
}
