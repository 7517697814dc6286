import { notFound } from '#app/core/http-errors.ts'
import { publicRoute } from '../authorize.server.ts'

/** An address that is nowhere is a page too, so that it says so in one's own language and light. */
export function loader() {
  publicRoute('says that there is no such page, to anybody')
  throw notFound()
}

export default function Nowhere() {
  return null
}
