/** For whom somebody works: a corporation as its member, or a desk. */
export type WorkPlace = { as: 'member'; corporationId: number } | { as: 'desk'; deskId: number }

export const isSamePlace = (one: WorkPlace, other: WorkPlace) => placeValue(one) === placeValue(other)

/** A place in a form: `corporation-12`, `desk-3`. */
export const placeValue = (place: WorkPlace) =>
  place.as === 'member' ? `corporation-${place.corporationId}` : `desk-${place.deskId}`

export function placeOfValue(value: string): WorkPlace | null {
  const [, kind, digits = ''] = value.match(/^(corporation|desk)-([1-9]\d{0,9})$/) ?? []
  const id = Number(digits)
  if (!kind || id >= 2 ** 31) return null
  return kind === 'desk' ? { as: 'desk', deskId: id } : { as: 'member', corporationId: id }
}
