/** What an exchange speaks. `generic`: our own format, for a bridge or a program of one's own. */
export const exchangeKinds = ['voys', 'twilio', 'telnyx', 'asterisk', '3cx', 'generic'] as const
export type ExchangeKind = (typeof exchangeKinds)[number]

/**
 * How an exchange shows that it is itself. `standard`: Standard Webhooks with a secret of ours. `twilio` and `telnyx`: in
 * their own way, with a key of theirs. `path`: it cannot sign, so a secret of ours stands in the address.
 */
export type Proof = 'standard' | 'twilio' | 'telnyx' | 'path'

const proofs: Record<ExchangeKind, readonly Proof[]> = {
  voys: ['path'],
  twilio: ['twilio'],
  telnyx: ['telnyx'],
  asterisk: ['standard', 'path'],
  '3cx': ['standard', 'path'],
  generic: ['standard'],
}
export const proofsOf = (kind: ExchangeKind) => proofs[kind]

/** Whether the key is theirs, to be filled in here, and not one that we make. */
export const bringsOwnKey = (kind: ExchangeKind) => kind === 'twilio' || kind === 'telnyx'

/** A secret may stand in the address. */
export const takesPathSecret = (kind: ExchangeKind) => proofs[kind].includes('path')

/** Every number that is not named: for an exchange with one line, or that does not say what was dialled. */
export const anyNumber = '*'
