import { byItselfHeader } from '#app/core/by-itself.ts'
import { keptPage } from './kept-page.ts'
import { forgetPapers, type KeptPaper, keepPapers, keptList, keptPaper } from './kept-papers.ts'
import { keptPath, paperPath, papersListPath } from './paper-paths.ts'

/**
 * Keeps the papers of a desk in the browser of each of its operators and gives them when the server does not answer. Every
 * other request goes its way as if this were not here.
 */
type Waiting = Event & { waitUntil(done: Promise<unknown>): void }
type Fetching = Waiting & { request: Request; respondWith(answer: Promise<Response>): void }
type Telling = Waiting & { data: { is: 'keep' } }
const worker = self as unknown as {
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  addEventListener(type: 'install' | 'activate', hear: (event: Waiting) => void): void
  addEventListener(type: 'fetch', hear: (event: Fetching) => void): void
  addEventListener(type: 'message', hear: (event: Telling) => void): void
}
/** What a proxy, or the house itself without its database, answers when there is nobody behind it. */
const nobodyThere = new Set([502, 503, 504])
/** What says nothing of what the browser may have: asked again later. */
const tooBusy = new Set([408, 425, 429])
const patienceMs = 20_000

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
// A page that was opened while this was being installed is nobody's until it is claimed.
worker.addEventListener('message', (event) => event.waitUntil(worker.clients.claim().then(bringUpToDate)))

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname } = new URL(request.url)
  if (request.method !== 'GET') return
  if (pathname === keptPath || pathname.startsWith(`${keptPath}/`))
    return event.respondWith(answerKept(pathname, request))
  if (request.mode !== 'navigate') return
  // Whoever comes by here signed out, signed in or works elsewhere from now on: the server says what there is left to keep.
  if (pathname === '/sign-in' || pathname === '/') event.waitUntil(bringUpToDate())
  event.respondWith(pageOrPapers(request))
})

async function pageOrPapers(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request)
    return nobodyThere.has(answer.status) ? ((await papersInstead(request)) ?? answer) : answer
  } catch (error) {
    const papers = await papersInstead(request)
    if (papers) return papers
    throw error
  }
}

async function papersInstead(request: Request): Promise<Response | null> {
  const list = await keptList()
  return list && list.papers.length > 0 ? keptPage(list, new URL(request.url).pathname) : null
}

async function answerKept(pathname: string, request: Request): Promise<Response> {
  if (pathname === keptPath) {
    const list = (await keptList()) ?? { papers: [], keptAt: 0 }
    return request.headers.get('Accept') === 'application/json' ? Response.json(list) : keptPage(list, '/queue')
  }
  const pdf = await keptPaper(Number(pathname.slice(keptPath.length + 1)))
  if (!pdf) return new Response(null, { status: 404 })
  return new Response(pdf, { headers: { 'Content-Type': 'application/pdf', 'Cache-Control': 'no-store' } })
}

let last: Promise<void> = Promise.resolve()
let next: Promise<void> | null = null

/**
 * One at a time, whatever number of tabs ask for it. Whoever asks gets what is asked of the server after that: what is under
 * way may be of whoever was signed in before.
 */
function bringUpToDate(): Promise<void> {
  next ??= last.then(() => {
    next = null
    const now = compare()
    last = now.catch(() => undefined)
    return now
  })
  return next
}

async function compare(): Promise<void> {
  const answer = await ask(papersListPath).catch(() => null)
  if (!answer || nobodyThere.has(answer.status) || tooBusy.has(answer.status)) return
  if (!answer.ok) return answer.status >= 500 ? undefined : forgetPapers()
  const papers = (await answer.json()) as KeptPaper[]
  await keepPapers(papers, { fetchPaper, now: Date.now() })
}

async function fetchPaper({ corporationId }: KeptPaper): Promise<ArrayBuffer> {
  const answer = await ask(paperPath(corporationId))
  if (!answer.ok) throw new Error(`Paper not given: ${answer.status}.`)
  return answer.arrayBuffer()
}

/** Nobody is at it: it keeps nobody signed in. A redirect is to the page to sign in. */
const ask = (path: string) =>
  fetch(path, {
    headers: { [byItselfHeader]: '1', Accept: 'application/json, application/pdf' },
    redirect: 'manual',
    cache: 'no-store',
    signal: AbortSignal.timeout(patienceMs),
  })
