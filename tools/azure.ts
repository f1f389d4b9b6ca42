/**
 * `npm run azure -- --port 8080 --scenario document --speed 3600`: the simulated Azure on a loopback
 * port, for other programs than the demo. Standard output says where, and nothing else.
 */
import { writeFileSync } from 'node:fs';

import { serveSimulatedAzure } from '#src/mocks/serve.ts';

import { makeCertificate } from './azure/certificate.ts';
import { type AzureCommand, exitCodes, problemText, readOptions, usage } from './azure/options.ts';
import { asTyped, field } from './program.ts';

function fail(code: number, line: string): never {
  console.error(line);
  process.exit(code);
}

async function serve({ port, speed, scenario, isSecure, certFile }: AzureCommand): Promise<void> {
  const tls = isSecure ? await makeCertificate() : undefined;
  const { address, close } = await serveSimulatedAzure({
    scenario,
    port,
    speed,
    onProblem: (problem) => console.error(problemText(problem)),
    ...(tls === undefined ? {} : { tls }),
  });
  if (tls !== undefined && certFile !== null) writeFileSync(asTyped(certFile), tls.cert);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void close().then(() => process.exit(0)));
  }
  console.log(`listening on ${address}`);
}

const options = readOptions(process.argv.slice(2));
if (options.kind === 'help') console.log(usage);
else if (options.kind === 'wrong') fail(exitCodes.wrongUsage, options.reason);
else {
  const { port } = options.command;
  await serve(options.command).catch((error: unknown) => {
    const code = field(error, 'code');
    if (code === 'EADDRINUSE') fail(exitCodes.portTaken, `Port ${port} is taken.`);
    const isForbidden = code === 'EACCES' && field(error, 'syscall') === 'listen';
    if (isForbidden) fail(exitCodes.portTaken, `Port ${port} is not allowed.`);
    fail(exitCodes.failed, error instanceof Error ? error.message : String(error));
  });
}
