/** One line of `rondbel doctor`: what it looked at, whether that is well, and else what to do. `worth-a-look` is no fault. */
export type Finding = { check: string; verdict: 'well' | 'worth-a-look' | 'wrong'; says: string; toDo?: string }

export const well = (check: string, says: string): Finding => ({ check, verdict: 'well', says })
export const worthALook = (check: string, says: string, toDo: string): Finding => ({
  check,
  verdict: 'worth-a-look',
  says,
  toDo,
})
export const wrong = (check: string, says: string, toDo: string): Finding => ({ check, verdict: 'wrong', says, toDo })

const marks = { well: '✓', 'worth-a-look': '!', wrong: '✗' } as const

export const lineOf = ({ verdict, says, toDo }: Finding) => `${marks[verdict]} ${says}${toDo ? ` ${toDo}` : ''}`
