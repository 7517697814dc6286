import { codeList, rawSql } from '#app/core/sql.ts'
import { openStates, waitingStates } from './target.ts'

/** `('open', …)`, for `state IN ${stillToDo}`: a home that is still to be called. */
export const stillToDoText = codeList(openStates)
export const stillToDo = rawSql(stillToDoText)
/** The same for a home that comes back by itself. */
export const waitingText = codeList(waitingStates)
export const waiting = rawSql(waitingText)
