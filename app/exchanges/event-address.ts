import { type ExchangeKind, proofsOf, takesPathSecret } from './exchange.ts'
import { pathSecretOf } from './signatures.ts'

/** Where an exchange tells of its calls. `secret`: as it was just made, for one that has it in the address. */
export function eventAddress(
  { id, kind }: { id: string; kind: ExchangeKind },
  { publicUrl, secret }: { publicUrl: URL; secret: string | null },
): string {
  const address = new URL(`/exchanges/${id}/events`, publicUrl).href
  return secret && takesPathSecret(kind) ? `${address}/${pathSecretOf(secret)}` : address
}

/** The secret is filled in there beside the address, and not in it alone. */
export const showsSecret = (kind: ExchangeKind) => proofsOf(kind).includes('standard')

/** What a phone opens with a call; it fills in the braces. */
export const screenPopAddress = ({ id }: { id: string }, publicUrl: URL): string =>
  `${new URL('/screen-pop', publicUrl).href}?exchange=${id}&number={number}&dialled={dialled}&call={call}`
