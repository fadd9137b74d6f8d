import { SMTPServer } from 'smtp-server'

/** What a mail server took. */
export type Taken = { from: string; to: string[]; source: string }

/** A real mail server on a free port of this machine. What `refuse` gives is answered to the next recipient. */
export async function openMailServer() {
  const taken: Taken[] = []
  const state: { refuse: { responseCode: number; message: string } | null } = { refuse: null }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: (_, __, callback) =>
      state.refuse
        ? callback(
            Object.assign(new Error(state.refuse.message), { responseCode: state.refuse.responseCode }),
          )
        : callback(),
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        taken.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          source: Buffer.concat(chunks).toString('utf8'),
        })
        callback()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    /** From now on no recipient is taken, with this code; null takes all again. */
    refuse(responseCode: number | null) {
      state.refuse = responseCode === null ? null : { responseCode, message: 'no thank you' }
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
