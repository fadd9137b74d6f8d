import type { Dialect, Driver, TransactionSettings } from 'kysely'
import { toldMoment } from './clock.ts'

/** Database roles that a handle works under; owner is for migrate, restore and tests that prove themselves as root. */
export type DatabaseRole = 'app' | 'signin' | 'jobs' | 'owner'

/** The first words of every transaction: who this connection is, and which moment counts as now. */
export function settings(role: DatabaseRole): string[] {
  const told = toldMoment()
  return [
    ...(role === 'owner' ? [] : [`set local role ${role}`]),
    ...(told ? [`set local access.told_at = '${told.toISOString()}'`] : []),
  ]
}

/** What a transaction may do, as words of its begin. */
export function modes({ isolationLevel, accessMode }: TransactionSettings): string[] {
  return [
    ...(isolationLevel ? [`isolation level ${isolationLevel}`] : []),
    ...(accessMode ? [accessMode] : []),
  ]
}

/** A driver with some of its acts replaced. */
export function overriding(base: Driver, own: Partial<Driver>): Driver {
  return new Proxy(base, {
    get(target, key) {
      const value = Reflect.get(own, key) ?? Reflect.get(target, key, target)
      return typeof value === 'function' && !Reflect.has(own, key) ? value.bind(target) : value
    },
  })
}

/** A dialect with another driver. */
export function overridingDriver(dialect: Dialect, createDriver: () => Driver): Dialect {
  return {
    createDriver,
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  }
}
