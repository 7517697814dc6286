let last = 0

/** A name nothing else in this process has. */
export const uniqueName = (stem: string) => `${stem}-${process.pid}-${++last}`
