import { DateText } from '#app/ui/date-text.tsx'

/** On paper only: of which organisation this is, and of which day. */
export const PrintHead = ({ organisation, on }: { organisation: string; on: string }) => (
  <p className="hidden justify-between border-b border-line-strong pb-1 text-sm print:flex">
    <span className="font-bold">{organisation}</span>
    <DateText on={on} />
  </p>
)
