const shape = /^([1-9]\d{3}) ?([a-z]{2})$/i

/** A Dutch postcode as `1234 AB`. Whether it was ever given out is not for us to say. */
export function readPostcode(text: string): string | null {
  const parts = shape.exec(text)
  return parts && `${parts[1]} ${parts[2]?.toUpperCase()}`
}
