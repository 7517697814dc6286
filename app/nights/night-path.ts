/** The page of a night, with what is said on it once. */
export const pathOfNight = (from: string | undefined, said: Record<string, string>) =>
  `/nights?${new URLSearchParams({ ...(from ? { from } : {}), ...said })}`
