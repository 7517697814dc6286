import { createHash, createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto'

/** How long ago, or in how long by a clock that is ahead, something may have been signed. */
const windowMs = 5 * 60_000

type Header = string | undefined
export type StandardHeaders = { id: Header; timestamp: Header; signature: Header }
type Signed = { body: Buffer; now: Date }

/**
 * Standard Webhooks: HMAC-SHA256 over id, time and body by one of these secrets, `whsec_` before it or not. The header
 * holds several signatures while the sender changes its secret.
 */
export function isStandardSigned(
  { id, timestamp, signature }: StandardHeaders,
  { body, now, secrets }: Signed & { secrets: readonly string[] },
): boolean {
  if (!id || !signature || !isInWindow(timestamp, now)) return false
  const said = signature.split(' ')
  return secrets.some((secret) => {
    const right = standardSignature(secret, { id, timestamp, body })
    return said.some((one) => isSame(one, right))
  })
}

/** What stands in `webhook-signature` of a message of Standard Webhooks. */
export const standardSignature = (
  secret: string,
  { id, timestamp, body }: { id: string; timestamp: string | undefined; body: Buffer | string },
) => `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.`).update(body).digest('base64')}`

const keyOf = (secret: string) => Buffer.from(secret.replace(/^whsec_/, ''), 'base64')

/** Twilio: HMAC-SHA1 by the token of the account over the whole address and the fields in the order of their names. */
export function isTwilioSigned(
  signature: Header,
  { url, fields, secrets }: { url: string; fields: Readonly<Record<string, string>>; secrets: readonly string[] },
): boolean {
  const text = Object.keys(fields)
    .toSorted()
    .reduce((all, name) => `${all}${name}${fields[name]}`, url)
  return secrets.some((secret) =>
    isSame(signature ?? '', createHmac('sha1', secret).update(text, 'utf8').digest('base64')),
  )
}

/** Telnyx: Ed25519 over the time, a bar and the body; `keys` are public keys as its portal shows them. */
export function isTelnyxSigned(
  { timestamp, signature }: { timestamp: Header; signature: Header },
  { body, now, keys }: Signed & { keys: readonly string[] },
): boolean {
  if (!signature || !isInWindow(timestamp, now)) return false
  const signed = Buffer.concat([Buffer.from(`${timestamp}|`), body])
  return keys.some((key) => {
    const raw = Buffer.from(key, 'base64')
    if (raw.length !== 32) return false
    const publicKey = createPublicKey({ key: Buffer.concat([spkiHead, raw]), format: 'der', type: 'spki' })
    return verify(null, signed, publicKey, Buffer.from(signature, 'base64'))
  })
}
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex')

/** A secret in an address, for an exchange that cannot sign. */
export const isPathSecret = (said: string, secrets: readonly string[]) =>
  secrets.some((secret) => isSame(said, pathSecretOf(secret)))

/** The same secret as `whsec_…`, in letters that an address takes. */
export const pathSecretOf = (secret: string) => keyOf(secret).toString('base64url')

function isInWindow(timestamp: Header, now: Date): boolean {
  if (!timestamp || !/^\d{1,12}$/.test(timestamp)) return false
  return Math.abs(now.getTime() - Number(timestamp) * 1000) <= windowMs
}

/** In a time that does not tell where they differ. */
const isSame = (one: string, other: string) => timingSafeEqual(digestOf(one), digestOf(other))
const digestOf = (text: string) => createHash('sha256').update(text).digest()
