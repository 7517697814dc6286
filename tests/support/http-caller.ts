import { setTimeout as sleep } from 'node:timers/promises'

export type Kind = 'sign-in' | 'next-call' | 'call-page' | 'autosave' | 'save'
export type Seen = { kind: Kind; ms: number; status: number }
type Call = { path: string; fields: Record<string, string> }
type Answer = { status: number; headers: Headers; text: string }

const pauseMs = 500
const repeatShare = 20

/**
 * A caller in a browser, without the browser: signs in, takes homes, types and saves. What is not answered is sent again
 * with the same key, as the pages do. `seen` hears of every answer, status 0 when there was none.
 */
export class HttpCaller {
  /** Targets whose save the server said yes to. */
  readonly saved: string[] = []
  readonly #origin: string
  readonly #seen: (seen: Seen) => void
  readonly #sent: { path: string; typed: Record<string, string> }[] = []
  #cookie = ''

  constructor(origin: string, seen: (seen: Seen) => void) {
    this.#origin = origin
    this.#seen = seen
  }

  async signIn(email: string, password: string) {
    const answer = await this.#ask('sign-in', '/sign-in', { email, password })
    this.#cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    if (answer.status !== 302 || !this.#cookie) throw new Error(`Signing in gave ${answer.status}.`)
  }

  get cookie() {
    return this.#cookie
  }

  /** The path of the next call; null when there is none. */
  async takeNext(): Promise<string | null> {
    const { headers, status } = await this.#ask('next-call', '/calls', {})
    const path = headers.get('Location') ?? ''
    if (status !== 302) throw new Error(`The next call gave ${status}.`)
    return isCall(path) ? path : null
  }

  /** Opens a call, types in it and saves it; gives the path of the next one. */
  async finish(path: string, { thinkMs, note }: { thinkMs: number; note: string }): Promise<string | null> {
    const call = await this.#open(path)
    await sleep(thinkMs)
    const typed = { ...call.fields, outcome: 'spoken', wellbeing: 'good', notes: note }
    await this.#ask('autosave', `${path}/draft`, typed)
    await sleep(thinkMs)
    // Some send it twice, as a browser does that heard nothing.
    const isTwice = this.saved.length % repeatShare === 0
    const answers = await Promise.all([this.#save(call, typed), ...(isTwice ? [this.#save(call, typed)] : [])])
    const [answer] = answers
    if (!answer?.ok) throw new Error(`Saving was refused: ${answer?.reason}.`)
    this.saved.push(path.split('/')[2] ?? '')
    return isCall(answer.next) ? answer.next : null
  }

  /** Types a note in an open call and leaves it there. */
  async type(path: string, note: string) {
    const { fields } = await this.#open(path)
    await this.#ask('autosave', `${path}/draft`, { ...fields, outcome: 'spoken', notes: note })
  }

  /** The call page as it is now. */
  async read(path: string): Promise<string> {
    return (await this.#ask('call-page', path)).text
  }

  /** Sends every save once more, long after it was answered; gives how many were not said yes to again. */
  async replay(): Promise<number> {
    let refused = 0
    for (const { path, typed } of this.#sent) {
      const { text } = await this.#ask('save', `${path}/outcome`, typed)
      if ((JSON.parse(text) as { ok?: boolean }).ok !== true) refused++
    }
    return refused
  }

  async #save({ path }: Call, typed: Record<string, string>) {
    const { text } = await this.#ask('save', `${path}/outcome`, typed)
    this.#sent.push({ path, typed })
    return JSON.parse(text) as { ok: true; next: string } | { ok: false; reason: string }
  }

  async #open(path: string): Promise<Call> {
    const page = await this.read(path)
    const field = (name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(page)?.[1] ?? ''
    return { path, fields: { key: field('key'), fence: field('fence'), startedAt: field('startedAt') } }
  }

  async #ask(kind: Kind, path: string, fields?: Record<string, string>): Promise<Answer> {
    for (;;) {
      const started = performance.now()
      const answer = await this.#send(path, fields)
      const status = answer?.status ?? 0
      this.#seen({ kind, ms: performance.now() - started, status })
      if (answer && status < 500 && status !== 429) return answer
      await sleep(pauseMs)
    }
  }

  /** An answer that breaks off halfway is none. */
  async #send(path: string, fields?: Record<string, string>): Promise<Answer | null> {
    try {
      const answer = await fetch(this.#origin + path, {
        method: fields ? 'POST' : 'GET',
        headers: { Cookie: this.#cookie, Origin: this.#origin, 'Sec-Fetch-Site': 'same-origin' },
        body: fields && new URLSearchParams(fields),
        redirect: 'manual',
      })
      return { status: answer.status, headers: answer.headers, text: await answer.text() }
    } catch {
      return null
    }
  }
}

const isCall = (path: string) => /^\/calls\/[0-9a-f-]{36}$/.test(path)
