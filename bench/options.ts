import { parseArgs } from 'node:util'

/** What a run of the bench is told on the command line. */
export type Options = {
  engine: 'postgres' | 'pglite'
  /** sizes of the databases, smallest first */
  clients: number[]
  /** how many ask at the same time, for each round */
  parallel: number[]
  /** requests of each page in a round */
  runs: number
  /** only the pages whose name begins so */
  only: string
  /** lines in the access log beforehand; eight a client unless told */
  lines: number | undefined
  explain: boolean
  measure: boolean
  /** rows of a sheet to read in */
  importRows: number
  /** seconds of load over HTTP */
  http: number
  /** folder that keeps the server's data, so that a next run need not fill again */
  keep: string | undefined
  json: string | undefined
}

/** How to ask for a run. */
const usage = `npm run bench -- [options]
  --engine postgres|pglite   postgres (default): a server of its own with fsync on, or the one of OWNER_DATABASE_URL, DATABASE_URL
                             and SIGNIN_DATABASE_URL, where it makes databases of its own
  --clients 10000,281000     sizes to fill and measure (default 10000), about 25 rows a client
  --log 2000000              lines of the access log beforehand (default eight a client)
  --parallel 1,16            how many ask at once (default 1)      --runs 200   requests of each page
  --only dossier             only the pages whose name begins so
  --explain                  plan shapes and buffers of every statement, compared between the smallest and the largest size
  --no-measure               fill (and explain) alone              --http 10    seconds of load on the dossier page over HTTP
  --import 2000              read a sheet of so many rows in       --json FILE  the figures as JSON
  --keep FOLDER              keep the server's data there and use what an earlier run filled`

/** Reads the command line; throws with the usage when it is not understood. */
export function readOptions(args: string[]): Options {
  const { values } = parse(args)
  const engine = values.engine === 'pglite' ? 'pglite' : 'postgres'
  return {
    engine,
    clients: numbers(values.clients).sort((a, b) => a - b),
    parallel: numbers(values.parallel),
    runs: number(values.runs),
    only: values.only,
    lines: values.log === undefined ? undefined : number(values.log),
    explain: values.explain,
    measure: !values['no-measure'],
    importRows: number(values.import),
    http: number(values.http),
    keep: values.keep,
    json: values.json,
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        engine: { type: 'string', default: 'postgres' },
        clients: { type: 'string', default: '10000' },
        parallel: { type: 'string', default: '1' },
        runs: { type: 'string', default: '200' },
        only: { type: 'string', default: '' },
        log: { type: 'string' },
        explain: { type: 'boolean', default: false },
        'no-measure': { type: 'boolean', default: false },
        import: { type: 'string', default: '0' },
        http: { type: 'string', default: '0' },
        keep: { type: 'string' },
        json: { type: 'string' },
      },
    })
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n\n${usage}`, { cause: error })
  }
}

function numbers(text: string): number[] {
  return text.split(',').map(number)
}

function number(text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`"${text}" is not a number\n\n${usage}`)
  return Number(text)
}
