import { codeList, rawSql } from '#app/core/sql.ts'
import { openStates } from './target.ts'

/** `('open', …)`, for `state IN ${stillToDo}`: a home that is still to be called. */
export const stillToDoText = codeList(openStates)
export const stillToDo = rawSql(stillToDoText)
