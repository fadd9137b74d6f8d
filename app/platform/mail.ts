import { createTransport } from 'nodemailer'
import type { House } from './web.ts'

/** A mail to one address. Its id makes the Message-ID, so that a mail which is sent twice is one to who receives it. */
export type Mail = { id: string; address: string; subject: string; text: string; html: string }

/** Why a mail did not leave: in words that name nobody. */
export type Trouble = 'refused' | 'unreachable' | 'not-now' | 'not-let-in'

/** What came of one try. kept: a demo sends nothing. */
export type Delivery = { outcome: 'sent' | 'kept' } | { outcome: 'not-sent'; why: Trouble; forGood: boolean }

/** demo: mail is kept and shown; off: no mail server was named; smtp: mail leaves. */
export type MailSetting = 'demo' | 'off' | 'smtp'

const seconds = 1000

/** What this house does with mail. In a demo nothing leaves the machine, whatever the environment says. */
export function mailSetting({ demo, config }: Pick<House, 'demo' | 'config'>): MailSetting {
  if (demo) return 'demo'
  return config.SMTP_URL && config.MAIL_FROM ? 'smtp' : 'off'
}

/** How this house delivers a mail; null when it has no mail. Never throws: what went wrong is in the answer. */
export function mailer(house: Pick<House, 'demo' | 'config'>): ((mail: Mail) => Promise<Delivery>) | null {
  const setting = mailSetting(house)
  if (setting === 'off') return null
  return setting === 'demo' ? async () => ({ outcome: 'kept' }) : bySmtp(house.config)
}

function bySmtp({ SMTP_URL = '', MAIL_FROM = '' }: House['config']): (mail: Mail) => Promise<Delivery> {
  const server = new URL(SMTP_URL)
  const transport = createTransport({
    host: server.hostname,
    port: Number(server.port) || (server.protocol === 'smtps:' ? 465 : 587),
    secure: server.protocol === 'smtps:',
    // What is said about a person crosses no network in the clear; a relay on this machine needs no such thing.
    requireTLS: !isHere(server.hostname),
    ignoreTLS: isHere(server.hostname) && server.protocol === 'smtp:',
    ...(server.username && {
      auth: { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) },
    }),
    connectionTimeout: 10 * seconds,
    greetingTimeout: 10 * seconds,
    socketTimeout: 20 * seconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = /@([\w.-]+)/.exec(MAIL_FROM)?.[1] ?? 'localhost'
  return async ({ id, address, subject, text, html }) => {
    try {
      await transport.sendMail({
        from: MAIL_FROM,
        to: { name: '', address },
        subject,
        text,
        html,
        messageId: `<${id}@${domain}>`,
        // RFC 3834: no holiday answers to a machine.
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
      return { outcome: 'sent' }
    } catch (error) {
      return troubleOf(error)
    }
  }
}

function isHere(host: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(host)
}

// RFC 5321: 5yz is for good, 4yz is for now. A login or a server that is wrong may be mended meanwhile.
function troubleOf(error: unknown): Delivery {
  const { code = '', responseCode = 0 } = error as { code?: string; responseCode?: number }
  if (code === 'EAUTH') return { outcome: 'not-sent', why: 'not-let-in', forGood: false }
  if (responseCode >= 500) return { outcome: 'not-sent', why: 'refused', forGood: true }
  if (responseCode >= 400) return { outcome: 'not-sent', why: 'not-now', forGood: false }
  return { outcome: 'not-sent', why: 'unreachable', forGood: false }
}
