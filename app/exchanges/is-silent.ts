/** While somebody answers, an exchange that says nothing for so long is looked at. */
export const silentMinutes = 60

type Heard = { lastHeardAt: Date | null; createdAt: Date }
/** `isOpen`: one of its lines is answered now, and was as long ago as nothing may be heard. */
type Looking = { isOpen: boolean; now: Date }

/** For how long nothing was heard of an exchange while it should tell of calls, in milliseconds; 0 while nobody answers. */
export const silentMs = ({ lastHeardAt, createdAt }: Heard, { isOpen, now }: Looking): number =>
  isOpen ? Math.max(0, now.getTime() - (lastHeardAt ?? createdAt).getTime()) : 0

/** Whether an exchange may be out of order: one of its lines is answered, and nothing was heard of it for an hour. */
export const isSilent = (heard: Heard, looking: Looking): boolean => silentMs(heard, looking) > silentMinutes * 60_000
