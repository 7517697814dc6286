import { outcomesWhere } from '#app/conversations/outcomes.ts'
import { codeList } from '#app/core/sql.ts'

/** As a list in SQL: after these, whoever wrote them down does not get the home back on the same day. */
export const restingOutcomesText = codeList(outcomesWhere((rule) => rule.restsForCaller))
export const restingTime = "interval '20 hours'"

/** How long a home stands behind all others for whoever gave it back. */
export const setAsideTime = "interval '12 hours'"
