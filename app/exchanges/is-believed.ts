import { proofsOf } from './exchange.ts'
import type { KnownExchange } from './find-exchange.server.ts'
import { isPathSecret, isStandardSigned, isTelnyxSigned, isTwilioSigned } from './signatures.ts'

/** What was sent, as far as it can prove from whom it is. */
export type Sent = {
  header(name: string): string | undefined
  body: Buffer
  /** Of a form. */
  fields: Readonly<Record<string, string>>
  /** The whole address, as the sender knows it. */
  url: string
  /** What stands behind the address, when something does. */
  pathSecret: string | undefined
  /** From where. */
  address: string
  now: Date
}

/** Whether it comes from the exchange that it says it is: one proof of its kind is enough, and there is no other way. */
export function isBelieved({ kind, secrets, addresses }: KnownExchange, sent: Sent): boolean {
  if (addresses.length > 0 && !addresses.includes(sent.address)) return false
  return proofsOf(kind).some((proof) => {
    if (proof === 'standard') return isStandardSigned(standardHeaders(sent), { ...sent, secrets })
    if (proof === 'twilio') return isTwilioSigned(sent.header('x-twilio-signature'), { ...sent, secrets })
    if (proof === 'telnyx') return isTelnyxSigned(telnyxHeaders(sent), { ...sent, keys: secrets })
    return sent.pathSecret !== undefined && isPathSecret(sent.pathSecret, secrets)
  })
}

const standardHeaders = ({ header }: Sent) => ({
  id: header('webhook-id'),
  timestamp: header('webhook-timestamp'),
  signature: header('webhook-signature'),
})

const telnyxHeaders = ({ header }: Sent) => ({
  timestamp: header('telnyx-timestamp'),
  signature: header('telnyx-signature-ed25519'),
})
