import { divide } from './shares.ts'

export type HomeToSpread = { homeId: string; homeNumber: string; complex: string | null }
export type CallerToSpread = {
  accountId: string
  hours: number
  /** What already lies with this caller, when a list is divided anew. */
  load?: number
  /** Where this colleague lives: never given that home, nor a neighbour in the same complex. */
  ownHomeNumber?: string | null
  ownComplex?: string | null
}
/** Index into the homes for each caller in the order they were given; `pool` may be called by nobody on the team. */
export type Spread = { lists: number[][]; pool: number[] }

/**
 * Divides the homes over the callers by the hours they offer. Homes keep the order they come in, so neighbours lie
 * together with one caller. Pure and repeatable: the preview and the real thing are the same call.
 */
export function spreadHomes(homes: readonly HomeToSpread[], callers: readonly CallerToSpread[]): Spread {
  const quotas = divide(
    homes.length,
    callers.map(({ hours, load }) => ({ capacity: hours, load: load ?? 0 })),
  )
  const { lists, refused } = dealInOrder(homes, callers, quotas)
  const pool = refused.filter((home) => !placeElsewhere(home, { homes, callers, quotas, lists }))
  for (const list of lists) list.sort((a, b) => a - b)
  return { lists, pool }
}

/** May this colleague ring this home? Not their own, and nobody in the complex they live in. */
export function mayCall(caller: CallerToSpread, home: HomeToSpread): boolean {
  if (caller.ownHomeNumber && caller.ownHomeNumber === home.homeNumber) return false
  return !caller.ownComplex || caller.ownComplex !== home.complex
}

type Dealing = {
  homes: readonly HomeToSpread[]
  callers: readonly CallerToSpread[]
  quotas: number[]
  lists: number[][]
}

/** One caller after the other is filled; a home its caller may not ring is kept apart. */
function dealInOrder(homes: readonly HomeToSpread[], callers: readonly CallerToSpread[], quotas: number[]) {
  const lists: number[][] = callers.map(() => [])
  const refused: number[] = []
  let at = 0
  homes.forEach((home, index) => {
    while (at < callers.length && (lists[at]?.length ?? 0) >= (quotas[at] ?? 0)) at++
    const caller = callers[at]
    if (caller && mayCall(caller, home)) lists[at]?.push(index)
    else refused.push(index)
  })
  return { lists, refused }
}

/** To somebody with room; else by changing places with a home of somebody else; else to who has least over their share. */
function placeElsewhere(home: number, dealing: Dealing): boolean {
  const { callers, quotas, lists } = dealing
  const hasRoom = (at: number) => (lists[at]?.length ?? 0) < (quotas[at] ?? 0)
  const able = callers.map((_, at) => at).filter((at) => may(dealing, at, home))
  const free = able.find(hasRoom)
  if (free !== undefined) return put(dealing, free, home)
  const withRoom = callers.map((_, at) => at).filter(hasRoom)
  for (const at of able) {
    for (const other of withRoom) {
      const slot = (lists[at] ?? []).findIndex((listed) => may(dealing, other, listed))
      if (slot < 0) continue
      const [moved] = lists[at]?.splice(slot, 1, home) ?? []
      return put(dealing, other, moved as number)
    }
  }
  const over = (at: number) => (lists[at]?.length ?? 0) - (quotas[at] ?? 0)
  const willing = able.filter((at) => (quotas[at] ?? 0) > 0 || able.every((one) => quotas[one] === 0))
  const [least] = willing.sort((a, b) => over(a) - over(b) || a - b)
  return least !== undefined && put(dealing, least, home)
}

function put({ lists }: Dealing, at: number, home: number): true {
  lists[at]?.push(home)
  return true
}

function may({ homes, callers }: Dealing, at: number, home: number): boolean {
  const [caller, dwelling] = [callers[at], homes[home]]
  return caller !== undefined && dwelling !== undefined && mayCall(caller, dwelling)
}
