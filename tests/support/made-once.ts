/** Forgets what this process made once and keeps: settings, connections, keys. */
export const forgetWhatWasMade = () => {
  delete (globalThis as { [made: symbol]: unknown })[Symbol.for('rondbel.once')]
}
