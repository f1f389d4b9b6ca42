import { createServer } from 'node:net';

/** Both addresses that `localhost` can mean. */
const hosts = ['127.0.0.1', '::1'];

export function isPort(value: number): boolean {
  return Number.isInteger(value) && value > 0 && value < 65_536;
}

async function isFreeAt(port: number, host: string): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    // A machine without this kind of address is no reason to look further.
    server.once('error', (error) => {
      done(!('code' in error && error.code === 'EADDRINUSE'));
    });
    server.listen(port, host, () => server.close(() => done(true)));
  });
}

/** Whether nobody on this machine listens at a port. */
export async function isFree(port: number): Promise<boolean> {
  for (const host of hosts) if (!(await isFreeAt(port, host))) return false;
  return true;
}

/** The first free port from this one on. */
export async function nextFreePort(from: number): Promise<number> {
  for (let port = from; port < from + 100; port += 1) if (await isFree(port)) return port;
  throw new Error(`None of the ports ${from} to ${from + 99} is free.`);
}
