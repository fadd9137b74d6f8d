/** Where the sign-in library keeps its own sessions: in this process, for the length of one call. */
export function authMemory() {
  const kept = new Map<string, { value: string; until: number }>()

  function get(key: string): string | null {
    const entry = kept.get(key)
    if (entry && entry.until > Date.now()) return entry.value
    kept.delete(key)
    return null
  }

  return {
    kept,
    get,
    getAndDelete(key: string): string | null {
      const value = get(key)
      kept.delete(key)
      return value
    },
    set(key: string, value: string, ttl = 60): void {
      // Half-done sign-ins stay in the database, once.
      if (!key.startsWith('verification:')) kept.set(key, { value, until: Date.now() + ttl * 1000 })
    },
    delete(key: string): void {
      kept.delete(key)
    },
    increment(): number {
      throw new Error('not used: the limits are ours')
    },
  }
}
