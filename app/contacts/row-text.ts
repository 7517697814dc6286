// Areas of three digits; all others have four.
const shortAreas = '1[035]|2[0346]|3[03568]|4[0356]|5[0358]|7\\d'
const spaced: [RegExp, string][] = [
  [/^\+316(\d\d)(\d\d)(\d\d)(\d\d)$/, '06 $1 $2 $3 $4'],
  [new RegExp(`^\\+31(${shortAreas})(\\d{3})(\\d{4})$`), '0$1 $2 $3'],
  [/^\+31([1-57]\d\d)(\d{3})(\d{3})$/, '0$1 $2 $3'],
]

/** A Dutch number as people read it, "06 12 34 56 78"; any other as it came. Kept small: a board has no need of all countries. */
export function boardPhone(phone: string): string {
  const [pattern, text] = spaced.find(([pattern]) => pattern.test(phone)) ?? []
  return pattern && text ? phone.replace(pattern, text) : phone
}
