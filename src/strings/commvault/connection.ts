import { sentences } from '#src/strings/sentences.ts';

/** Texts about the connection to a CommServe. */
export const connection = sentences({
  title: 'Commvault connection',
  commServe: 'CommServe',
  accessToken: 'Access token',
  accessHint:
    'Create it in Command Center. It stays in the memory of your open tabs and isn’t stored.',
  accessError: 'Enter an access token. It has no spaces.',
  refreshToken: 'Refresh token',
  refreshHint: 'Optional. Renews the access token when it expires.',
  connect: 'Connect',
  test: 'Test connection',
  forget: 'Forget tokens',
  status: {
    noToken: 'Not connected. Enter an access token.',
    notTested: 'Token entered. The connection isn’t tested.',
    testing: 'Testing the connection',
    connected: (vms: string) => `Connected. The CommServe reports ${vms} VMs.`,
  },
  note: {
    title: 'Not connected to Commvault',
    body: (host: string) => `This tab has no valid token for the CommServe ${host}.`,
    notNamed: (host: string) => `This deployment has no CommServe at ${host}.`,
    toSettings: 'Enter a token in Settings',
  },
  address: 'Address',
  /** Why a test failed, and what to do. */
  trouble: {
    noToken: { title: 'No valid token', advice: 'Enter an access token.' },
    policy: {
      title: 'This page can’t reach the CommServe',
      advice:
        'The headers of this site don’t allow its address. Ask the administrator of this deployment to run npm run headers and deploy the result.',
    },
    hidden: {
      title: 'The browser hides the answer (CORS)',
      advice:
        'The CommServe answers but doesn’t allow this site to read it. Ask its administrator to allow the origin of this site. During maintenance, its answers might be hidden, too.',
    },
    unreachable: {
      title: 'Couldn’t reach the CommServe',
      advice:
        'Open its address in a new tab. A certificate warning means the browser doesn’t trust its certificate. If nothing loads, check the network, VPN and firewalls.',
    },
    token: {
      title: 'The CommServe rejected the token',
      advice:
        'It might be expired, replaced, or from another tenant. Create a new token and enter it.',
    },
    firewall: {
      title: 'The request was rejected (403)',
      advice:
        'A firewall in front of the CommServe rejects some requests, whatever the token. Ask its administrator.',
    },
    maintenance: {
      title: 'The CommServe returned a web page',
      advice: 'It’s probably in maintenance. Test the connection again later.',
    },
    elsewhere: {
      title: 'This isn’t a CommServe',
      advice:
        'The address in config.json might be wrong. Ask the administrator of this deployment.',
    },
    refused: {
      title: 'The CommServe rejected the request',
      advice: 'Nothing was changed.',
    },
  },
} as const);
