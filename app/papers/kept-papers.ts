import { clear, createStore, del, get, set } from 'idb-keyval'

/** A paper that this browser has, so that a night without a server still has it. */
export type KeptPaper = { corporationId: number; name: string; hash: string; madeAt: string }
/** `keptAt`: when this browser last asked, milliseconds. */
export type KeptList = { papers: KeptPaper[]; keptAt: number }
type Sealed = { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer }

const store = () => createStore('rondbel-papers', 'papers')

/**
 * The key lies in this browser and cannot be taken out of it, not by our own script either: whoever copies the files of a
 * browser that is shut has no paper.
 */
async function keyOfBrowser(): Promise<CryptoKey> {
  const kept = await get<CryptoKey>('key', store())
  if (kept) return kept
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  await set('key', key, store())
  return key
}

async function keepSealed(name: string, bytes: BufferSource) {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const sealed: Sealed = {
    iv,
    bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyOfBrowser(), bytes),
  }
  await set(name, sealed, store())
}

async function openSealed(name: string): Promise<ArrayBuffer | null> {
  const sealed = await get<Sealed>(name, store())
  if (!sealed) return null
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, await keyOfBrowser(), sealed.bytes)
}

const paperName = ({ corporationId, hash }: Pick<KeptPaper, 'corporationId' | 'hash'>) =>
  `paper ${corporationId} ${hash}`

/** What this browser has; null when it has nothing, or nothing that it can open. */
export async function keptList(): Promise<KeptList | null> {
  const bytes = await openSealed('list').catch(() => null)
  return bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as KeptList) : null
}

/** The PDF of a corporation; null when it is not kept. */
export async function keptPaper(corporationId: number): Promise<ArrayBuffer | null> {
  const paper = (await keptList())?.papers.find((one) => one.corporationId === corporationId)
  return paper ? openSealed(paperName(paper)).catch(() => null) : null
}

/**
 * Makes what this browser has what the server has: fetches what it lacks, forgets what is gone. A paper that could not be
 * fetched keeps the one before.
 */
export async function keepPapers(
  papers: readonly KeptPaper[],
  { fetchPaper, now }: { fetchPaper: (paper: KeptPaper) => Promise<ArrayBuffer>; now: number },
): Promise<void> {
  const before = (await keptList())?.papers ?? []
  const kept: KeptPaper[] = []
  for (const paper of papers) kept.push(...(await keepPaper(paper, { before, fetchPaper })))
  const list: KeptList = { papers: kept, keptAt: now }
  await keepSealed('list', new TextEncoder().encode(JSON.stringify(list)))
  const names = new Set(kept.map(paperName))
  for (const old of before.map(paperName)) if (!names.has(old)) await del(old, store())
}

type Keeping = { before: readonly KeptPaper[]; fetchPaper: (paper: KeptPaper) => Promise<ArrayBuffer> }

async function keepPaper(paper: KeptPaper, { before, fetchPaper }: Keeping): Promise<KeptPaper[]> {
  const old = before.find(({ corporationId }) => corporationId === paper.corporationId)
  if (old?.hash === paper.hash) return [paper]
  try {
    await keepSealed(paperName(paper), await fetchPaper(paper))
    return [paper]
  } catch {
    return old ? [old] : []
  }
}

/** Whoever signed out, or whose desk answers for nobody any more, leaves nothing here; the key goes too. */
export const forgetPapers = (): Promise<void> => clear(store())
