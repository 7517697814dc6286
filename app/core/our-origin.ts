const namesOfThisMachine = ['localhost', '127.0.0.1', '[::1]']

export const isThisMachine = ({ hostname }: URL) => namesOfThisMachine.includes(hostname)

type Asked = { host: string | undefined; origin?: string }

/**
 * The origin a request may come from that was sent to `host` and says it comes from `origin`. An installation has one address; on this machine itself
 * it goes by any of its names, and at any port of it, as through a tunnel.
 */
export function ourOrigin({ host, origin }: Asked, publicUrl: URL): string {
  if (origin === publicUrl.origin) return origin
  const asked =
    host && URL.canParse(`${publicUrl.protocol}//${host}`) ? new URL(`${publicUrl.protocol}//${host}`) : null
  return asked && isThisMachine(asked) && isThisMachine(publicUrl) ? asked.origin : publicUrl.origin
}
