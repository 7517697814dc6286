/** A number as people in the Netherlands read it, without asking more of it than a board needs: "06 12 34 56 78". */
export const boardPhone = (phone: string): string =>
  phone.replace(/^\+316(\d\d)(\d\d)(\d\d)(\d\d)$/, '06 $1 $2 $3 $4').replace(/^\+31(?=\d)/, '0')
