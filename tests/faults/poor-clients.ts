import { once } from 'node:events'
import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { uuidV7 } from '#app/core/uuid.server.ts'

/** Where somebody who signed in sends to. */
export type Sender = { origin: string; cookie: string }

/** A list as a browser sends it. */
function formOf(content: Buffer, listedOn: string) {
  const boundary = `----${uuidV7()}`
  const part = (name: string) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"`
  const head = `${part('listedOn')}\r\n\r\n${listedOn}\r\n${part('file')}; filename="huurders.csv"\r\nContent-Type: text/csv\r\n\r\n`
  const body = Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)])
  return { type: `multipart/form-data; boundary=${boundary}`, body }
}

function opened({ origin, cookie }: Sender, path: string, { type, length }: { type: string; length: number }) {
  const post = request(origin + path, {
    method: 'POST',
    agent: false,
    headers: {
      Cookie: cookie,
      Origin: origin,
      'Sec-Fetch-Site': 'same-origin',
      'Content-Type': type,
      'Content-Length': length,
    },
  })
  post.on('error', () => {})
  return post
}

/** Sends so much of a list, from 0 to 1, and is gone. */
export async function sendPartOf(to: Sender, list: { content: Buffer; listedOn: string }, share: number) {
  const { type, body } = formOf(list.content, list.listedOn)
  const post = opened(to, '/imports/new', { type, length: body.length })
  post.write(body.subarray(0, Math.floor(body.length * share)))
  // What was written has left this process by then, or is lost with it: both are moments to be gone.
  await sleep(30 + share * 300)
  post.destroy()
}

/** Sends a whole list in so many seconds; gives where its page is, or null when it was not taken. */
export async function sendSlowly(to: Sender, list: { content: Buffer; listedOn: string }, seconds: number) {
  const { type, body } = formOf(list.content, list.listedOn)
  const post = opened(to, '/imports/new', { type, length: body.length })
  const answered = once(post, 'response').catch(() => null)
  for (let step = 0; step < seconds; step++) {
    post.write(
      body.subarray(Math.floor((body.length * step) / seconds), Math.floor((body.length * (step + 1)) / seconds)),
    )
    await sleep(1_000)
  }
  post.end()
  const [answer] = (await answered) ?? []
  answer?.resume()
  return { status: (answer?.statusCode ?? 0) as number, refused: answer?.headers['x-refused'] as string | undefined }
}

/** A form that comes a byte a second and never ends; gives after how many seconds it was let go of. */
export async function dripForm(to: Sender, mostSeconds: number): Promise<number> {
  const post = opened(to, '/sign-in', { type: 'application/x-www-form-urlencoded', length: 5_000 })
  const startedAt = performance.now()
  let isClosed = false
  post.on('close', () => {
    isClosed = true
  })
  while (!isClosed && performance.now() - startedAt < mostSeconds * 1_000) {
    post.write('e')
    await sleep(1_000)
  }
  post.destroy()
  return (performance.now() - startedAt) / 1_000
}
