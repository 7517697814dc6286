const shape = /^([1-9]\d{3}) ?([a-z]{2})$/i

/** A Dutch postcode as `1234 AB`. SA, SD and SS are never given out. */
export function readPostcode(text: string): string | null {
  const parts = shape.exec(text)
  if (parts === null) return null
  const letters = (parts[2] ?? '').toUpperCase()
  return letters === 'SA' || letters === 'SD' || letters === 'SS' ? null : `${parts[1]} ${letters}`
}
