import { randomInt, randomUUIDv7 } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { Database } from '../../../platform/engine.ts'
import type { House } from '../../../platform/web.ts'
import { authDatabase } from './auth-dialect.ts'
import { authMemory } from './auth-memory.ts'
import { hashPassword, verifyPassword } from './passwords.ts'

const made = new WeakMap<Database, Auth>()
const times = { createdAt: 'created_at', updatedAt: 'updated_at' }
const name = 'Optimaal Leven'

/** The sign-in library of a house, made once. A library only: none of its routes are mounted. */
export function authOf(house: House): Auth {
  const known = made.get(house.database)
  if (known) return known
  // The library reads this by itself, and it outranks the setting below.
  delete process.env.BETTER_AUTH_TELEMETRY
  const auth = createAuth(house)
  made.set(house.database, auth)
  return auth
}

export type Auth = ReturnType<typeof createAuth>

function createAuth(house: House) {
  const baseURL = house.config.PUBLIC_URL ?? 'http://localhost'
  const memory = authMemory()
  const auth = betterAuth({
    appName: name,
    baseURL,
    secret: house.keys.secret,
    basePath: '/never-mounted',
    trustedOrigins: [new URL(baseURL).origin],
    database: { db: authDatabase(house.database), type: 'postgres', schemaName: 'accounts' },
    secondaryStorage: memory,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      requireEmailVerification: false,
      autoSignIn: false,
      minPasswordLength: 12,
      maxPasswordLength: 256,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    ...models(),
    plugins: [secondFactor()],
    advanced: {
      cookiePrefix: 'signin',
      useSecureCookies: baseURL.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict' },
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => randomUUIDv7() },
    },
  })
  return Object.assign(auth, { memory: memory.kept })
}

// Our names of its tables and columns (0008_accounts.sql).
function models() {
  return {
    user: { modelName: 'users', fields: { ...times, emailVerified: 'email_verified' } },
    session: {
      modelName: 'auth_sessions',
      expiresIn: 60,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      fields: {
        ...times,
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        userId: 'user_id',
      },
    },
    account: {
      modelName: 'credentials',
      accountLinking: { enabled: false },
      fields: {
        ...times,
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
      },
    },
    verification: {
      modelName: 'verifications',
      storeInDatabase: true,
      fields: { ...times, expiresAt: 'expires_at' },
    },
  } as const
}

function secondFactor() {
  return twoFactor({
    issuer: name,
    twoFactorCookieMaxAge: 600,
    accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 900 },
    backupCodeOptions: { customBackupCodesGenerate: recoveryCodes },
    schema: {
      user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
      twoFactor: {
        modelName: 'second_factors',
        fields: {
          backupCodes: 'backup_codes',
          userId: 'user_id',
          failedVerificationCount: 'failed_verification_count',
          lockedUntil: 'locked_until',
        },
      },
    },
  })
}

// Ten codes of 50 bits, in letters and digits that nobody confuses on paper.
function recoveryCodes(): string[] {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const five = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')
  return Array.from({ length: 10 }, () => `${five()}-${five()}`)
}
