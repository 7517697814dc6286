import { createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import fc from 'fast-check'
import { Webhook } from 'standardwebhooks'
import { describe, expect, test } from 'vitest'
import {
  isPathSecret,
  isStandardSigned,
  isTelnyxSigned,
  isTwilioSigned,
  pathSecretOf,
} from '#app/exchanges/signatures.ts'

const now = new Date('2026-11-27T20:00:00Z')
const aSecret = () => `whsec_${randomBytes(32).toString('base64')}`
const text = '{"event":{"type":"ringing","call":"é"}}'
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)

describe('Standard Webhooks', () => {
  const secret = aSecret()
  const signed = (by = secret, at = now) => ({
    id: 'msg_1',
    timestamp: String(Math.floor(at.getTime() / 1000)),
    signature: new Webhook(by).sign('msg_1', at, text),
  })
  const holds = (headers: Parameters<typeof isStandardSigned>[0], secrets = [secret], body = text) =>
    isStandardSigned(headers, { body: Buffer.from(body), now, secrets })

  test('what their own library signs is believed, and nothing else', () => {
    expect(holds(signed())).toBe(true)
    expect(holds(signed(aSecret()))).toBe(false)
    expect(holds(signed(), [secret], `${text} `)).toBe(false)
    for (const header of ['id', 'timestamp', 'signature'] as const) {
      expect(holds({ ...signed(), [header]: undefined })).toBe(false)
      expect(holds({ ...signed(), [header]: `${signed()[header]}0` })).toBe(false)
    }
    expect(holds({ ...signed(), signature: signed().signature.replace('v1,', 'v2,') })).toBe(false)
    expect(holds(signed(), [])).toBe(false)
  })

  test('what their own library believes and refuses, so do we: any byte of any part', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('id', 'timestamp', 'signature', 'body'),
        fc.nat(),
        fc.nat(255),
        (part, place, byte) => {
          const at = new Date()
          const parts = { ...signed(secret, at), body: text }
          const bytes = Buffer.from(parts[part as 'body'])
          bytes[place % bytes.length] = byte
          const changed = { ...parts, [part]: bytes.toString('latin1') }
          const headers = {
            'webhook-id': changed.id,
            'webhook-timestamp': changed.timestamp,
            'webhook-signature': changed.signature,
          }
          let theirs = true
          try {
            new Webhook(secret).verify(changed.body, headers)
          } catch {
            theirs = false
          }
          const ours = isStandardSigned(changed, { body: Buffer.from(changed.body), now: at, secrets: [secret] })
          // Theirs reads "12x" as 12; we do not.
          if (ours !== theirs)
            expect({ part, ours, timestamp: changed.timestamp }).toMatchObject({ part: 'timestamp', ours: false })
        },
      ),
      { numRuns: 2_000 },
    )
  })

  test('while a secret changes both hold, on either side', () => {
    const [old, fresh] = [aSecret(), aSecret()]
    expect(holds(signed(old), [fresh, old])).toBe(true)
    const both = { ...signed(fresh), signature: `${signed(old).signature} ${signed(fresh).signature}` }
    expect(holds(both, [fresh])).toBe(true)
    expect(holds(both, [aSecret()])).toBe(false)
  })

  test.each([
    [-6, false],
    [-5, true],
    [0, true],
    [5, true],
    [6, false],
  ])('signed %i minutes from now: %s', (count, right) => expect(holds(signed(secret, minutes(count)))).toBe(right))
})

test('Twilio signs the address and its fields in order', () => {
  // The example of its documentation of webhook security.
  const fields = {
    CallSid: 'CA1234567890ABCDE',
    Caller: '+14158675310',
    Digits: '1234',
    From: '+14158675310',
    To: '+18005551212',
  }
  const url = 'https://mycompany.com/myapp.php?foo=1&bar=2'
  const all = `${url}CallSidCA1234567890ABCDECaller+14158675310Digits1234From+14158675310To+18005551212`
  const signature = createHmac('sha1', '12345').update(all).digest('base64')
  expect(isTwilioSigned(signature, { url, fields, secrets: ['12345'] })).toBe(true)
  expect(isTwilioSigned(signature, { url, fields: { ...fields, Digits: '1235' }, secrets: ['12345'] })).toBe(false)
  expect(isTwilioSigned(signature, { url, fields, secrets: ['12346'] })).toBe(false)
  expect(isTwilioSigned(undefined, { url, fields, secrets: ['12345'] })).toBe(false)
})

test('Telnyx signs with a key of which we know the public half', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const key = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64')
  const timestamp = String(now.getTime() / 1000)
  const signature = sign(null, Buffer.from(`${timestamp}|${text}`), privateKey).toString('base64')
  const body = Buffer.from(text)
  expect(isTelnyxSigned({ timestamp, signature }, { body, now, keys: [key] })).toBe(true)
  expect(isTelnyxSigned({ timestamp, signature }, { body: Buffer.from(`${text} `), now, keys: [key] })).toBe(false)
  expect(isTelnyxSigned({ timestamp, signature }, { body, now: minutes(6), keys: [key] })).toBe(false)
  for (const wrong of ['', 'x', randomBytes(32).toString('base64'), key.slice(4)])
    expect(isTelnyxSigned({ timestamp, signature }, { body, now, keys: [wrong] })).toBe(false)
  expect(isTelnyxSigned({ timestamp, signature: 'x' }, { body, now, keys: [key] })).toBe(false)
})

test('a secret in the address is in letters that an address takes', () => {
  const secret = aSecret()
  expect(pathSecretOf(secret)).toMatch(/^[\w-]{43}$/)
  expect(isPathSecret(pathSecretOf(secret), [aSecret(), secret])).toBe(true)
  expect(isPathSecret(pathSecretOf(secret), [aSecret()])).toBe(false)
  expect(isPathSecret('', [])).toBe(false)
})
