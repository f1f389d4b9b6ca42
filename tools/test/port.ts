import { createServer } from 'node:net';

/** Both addresses that `localhost` can mean. */
const hosts = ['127.0.0.1', '::1'];

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

/** Whether no program on this machine listens at a port. Throws when it is none (`E2E_PORT`). */
export async function isFree(port: number): Promise<boolean> {
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error('E2E_PORT must be a number from 1 to 65535.');
  for (const host of hosts) if (!(await isFreeAt(port, host))) return false;
  return true;
}

/** The first free port from this one on. */
export async function nextFreePort(from: number): Promise<number> {
  let port = from;
  while (!(await isFree(port))) port += 1;
  return port;
}
