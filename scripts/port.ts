import { once } from 'node:events'
import { createServer } from 'node:net'
import { UsageError } from '../src/dataset/write/folder.ts'
import { flags, wholeNumber } from './command.ts'

/** Where a server is to listen. */
export interface Listening {
  readonly port: number
  readonly host: string
}

/**
 * Where `--port` and `--host` say that a server is to listen. A port that was asked for is taken or refused, so that
 * nobody looks at what another program serves there; without `--port` the next that is free will do.
 *
 * @throws UsageError when the port is not one, or nothing can listen there, as when another program does
 */
export async function listening(values: Readonly<Record<string, unknown>>): Promise<Listening> {
  const asked = wholeNumber('port', values['port'] as string | undefined)
  const host = (values['host'] as string | undefined) ?? flags.host.default
  if (asked !== undefined) await requireFree({ port: asked, host })
  return { port: asked ?? Number(flags.port.default), host }
}

async function requireFree({ port, host }: Listening): Promise<void> {
  if (port > 65_535) throw new UsageError(`--port takes a number up to 65535, not ${port}`)
  const server = createServer()
  try {
    server.listen(port, host)
    await once(server, 'listening')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const why = code === 'EADDRINUSE' ? 'another program listens there' : message
    throw new UsageError(`--port ${port} on ${host}: ${why}`)
  } finally {
    server.close()
  }
}
