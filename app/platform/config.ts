import { z } from 'zod'

const schema = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  SIGNIN_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  JOBS_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  OWNER_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(9).default(0),
  PUBLIC_URL: z.url().optional(),
  SECRET_KEY: z.string().min(32).optional(),
  DEMO: z.enum(['0', '1']).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().includes('@').optional(),
})

/** What the environment says, checked once at start. */
export type Config = z.output<typeof schema>

const inProduction = [
  'DATABASE_URL',
  'SIGNIN_DATABASE_URL',
  'JOBS_DATABASE_URL',
  'SECRET_KEY',
  'PUBLIC_URL',
] as const

/** Reads the environment; throws one message that names each wrong variable. */
export function readConfig(env: NodeJS.ProcessEnv, production: boolean): Config {
  const result = schema.safeParse(env)
  const wrong = result.success ? [] : result.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`)
  wrong.push(...lacking(env, production))
  if (!result.success || wrong.length > 0)
    throw new Error(`The environment is not right:\n  ${wrong.join('\n  ')}`)
  return result.data
}

function lacking(env: NodeJS.ProcessEnv, production: boolean): string[] {
  const absent = production ? inProduction.filter((name) => !env[name]) : []
  const mail = env.SMTP_URL && !env.MAIL_FROM ? ['MAIL_FROM: required beside SMTP_URL'] : []
  return [...absent.map((name) => `${name}: required in production`), ...mail]
}
