/** While somebody answers, an exchange that says nothing for so long is looked at. */
const silentMinutes = 60

type Heard = { lastHeardAt: Date | null; createdAt: Date }

/** Whether an exchange may be out of order: one of its lines is answered now, and nothing was heard of it for an hour. */
export const isSilent = ({ lastHeardAt, createdAt }: Heard, { isOpen, now }: { isOpen: boolean; now: Date }): boolean =>
  isOpen && now.getTime() - (lastHeardAt ?? createdAt).getTime() > silentMinutes * 60_000
