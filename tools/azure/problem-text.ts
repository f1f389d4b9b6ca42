import type { ServeProblem } from '#src/mocks/serve.ts';

/** What went wrong between a client and the server, in one line. */
export function problemText(problem: ServeProblem): string {
  return problem.kind === 'hung-up'
    ? `A client hung up before it was answered: ${problem.method} ${problem.path}`
    : `A client made no secure connection: ${reasonText(problem.reason)}`;
}

function reasonText(reason: string): string {
  if (reason === 'ERR_SSL_HTTP_REQUEST') return 'it spoke plain http.';
  // Some clients say that they do not trust the server, others only hang up.
  const isDistrust = /ECONNRESET|UNKNOWN_CA|BAD_CERTIFICATE|CERTIFICATE_UNKNOWN/.test(reason);
  return isDistrust ? `does it trust the certificate (--cert-file)? ${reason}` : reason;
}
