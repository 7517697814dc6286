/** From this age on somebody may not manage by themselves for long. */
const oldFrom = 80

/** `birthOn` 'yyyy-mm-dd'; to the day does not matter here. */
export const isOld = (birthOn: string | null, now: Date): boolean =>
  birthOn !== null && now.getUTCFullYear() - Number(birthOn.slice(0, 4)) >= oldFrom
