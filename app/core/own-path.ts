/**
 * An address of our own that a browser said it came from or wants to go to; anything else is `otherwise`. Not
 * `//elsewhere`, which is another site, and nothing that a header cannot hold.
 */
export const ownPath = (text: unknown, otherwise = '/'): string =>
  typeof text === 'string' && text.length <= 2_000 && /^\/(?!\/|\.|.*(\/\/|\\|\/\.))[\x21-\x7e]*$/.test(text)
    ? text
    : otherwise
