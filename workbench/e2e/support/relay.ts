import { once } from 'node:events';
import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';

/** Something between the data source and the trace server that can be broken and mended. */
export interface Relay {
  url: string;
  /** Ends all connections and takes no more. */
  interrupt(): Promise<void>;
  /** Listens again at the same address. */
  resume(): Promise<void>;
}

/** Passes connections on to a server, byte by byte. */
export async function startRelay(target: string): Promise<Relay> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  const listenOn = async (at: number): Promise<Server> => {
    const server = createServer((client) => {
      const upstream = connect(Number(port), hostname);
      for (const socket of [client, upstream]) {
        open.add(socket);
        socket.on('close', () => open.delete(socket));
        socket.on('error', () => {
          client.destroy();
          upstream.destroy();
        });
      }
      client.pipe(upstream).pipe(client);
    });
    server.listen(at, '127.0.0.1');
    await once(server, 'listening');
    return server;
  };
  let server: Server | undefined = await listenOn(0);
  const own = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${own}`,
    interrupt: async () => {
      const ending = server;
      server = undefined;
      open.forEach((socket) => socket.destroy());
      if (ending) {
        ending.close();
        await once(ending, 'close');
      }
    },
    resume: async () => {
      server ??= await listenOn(own);
    },
  };
}
