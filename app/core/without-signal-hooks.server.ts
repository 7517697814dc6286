const signals = ['SIGTERM', 'SIGINT'] as const

/**
 * Some packages end the process, or a part of it, by themselves at the first signal, while requests and jobs still need
 * it. What `load` hangs on the signals is taken off again: we stop everything, in our own order.
 */
export async function withoutSignalHooks<T>(load: () => Promise<T>): Promise<T> {
  const before = signals.map((signal) => new Set(process.listeners(signal)))
  const loaded = await load()
  signals.forEach((signal, at) => {
    for (const listener of process.listeners(signal)) if (!before[at]?.has(listener)) process.off(signal, listener)
  })
  return loaded
}
