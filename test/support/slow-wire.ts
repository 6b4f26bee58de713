import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A wire between two processes that can be held. */
export interface Wire {
  url: string
  /** Lets nothing through until it goes on; nothing is lost. */
  hold(): void
  goOn(): void
}

/** Lays a wire to a server until the test ends. */
export async function layWire(target: string): Promise<Wire> {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  let isHeld = false
  const flow = (from: Socket, to: Socket): void => {
    sockets.add(from)
    from.on('data', (chunk) => to.write(chunk))
    from.on('error', () => to.destroy())
    from.on('close', () => {
      sockets.delete(from)
      to.destroy()
    })
    if (isHeld) from.pause()
  }
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    flow(near, far)
    flow(far, near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hold() {
      isHeld = true
      for (const socket of sockets) socket.pause()
    },
    goOn() {
      isHeld = false
      for (const socket of sockets) socket.resume()
    },
  }
}
