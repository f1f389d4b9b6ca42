import { sentences } from '#src/strings/sentences.ts';

/** Texts about how a CommServe is reached. */
export const connection = sentences({
  title: 'Commvault connection',
  commServe: 'CommServe',
  accessToken: 'Access token',
  accessHint:
    'Create it in Command Center. It stays in the memory of your open tabs, and is stored nowhere.',
  accessError: 'Enter an access token. It has no spaces.',
  refreshToken: 'Refresh token',
  refreshHint: 'Optional. Renews the access token when it expires.',
  connect: 'Connect',
  test: 'Test connection',
  forget: 'Forget tokens',
  status: {
    noToken: 'Not connected. Enter an access token.',
    notTested: 'There is a token. The connection isn’t tested.',
    testing: 'Testing the connection.',
    connected: (vms: string) => `Connected. VMs that the CommServe reports: ${vms}.`,
  },
  note: {
    title: 'Not connected to Commvault',
    body: (host: string) => `There is no valid token for the CommServe ${host} in this tab.`,
    notNamed: (host: string) => `This deployment has no CommServe at ${host}.`,
    toSettings: 'Enter one in Settings',
  },
  address: 'Address',
  /** Why a test has failed, and what to do. */
  trouble: {
    noToken: { title: 'There is no valid token', advice: 'Enter an access token.' },
    policy: {
      title: 'This page can’t reach the CommServe',
      advice:
        'The headers of this site don’t name its address. Ask whoever deploys Restore Center to run npm run headers and to deploy the result.',
    },
    hidden: {
      title: 'The browser hides the answer (CORS)',
      advice:
        'The CommServe answers, but doesn’t allow this site to read it. Ask its administrator to allow the origin of this site. In maintenance, its answers may be hidden, too.',
    },
    unreachable: {
      title: 'No answer from the CommServe',
      advice:
        'Open its address in a new tab. A certificate warning there means that the browser doesn’t trust its certificate. If nothing loads, check the network, the VPN and firewalls.',
    },
    token: {
      title: 'The CommServe rejected the token',
      advice:
        'It may have expired, have been replaced, or belong to another tenant. Create a new one and enter it.',
    },
    firewall: {
      title: 'The request was rejected (403)',
      advice:
        'A firewall in front of the CommServe rejects some requests whatever the token. Ask its administrator.',
    },
    maintenance: {
      title: 'The CommServe answers with a page',
      advice: 'It’s probably in maintenance. Test the connection again later.',
    },
    elsewhere: {
      title: 'This isn’t the answer of a CommServe',
      advice: 'Its address in config.json may be wrong. Ask whoever deploys Restore Center.',
    },
    refused: {
      title: 'The CommServe rejected the request',
      advice: 'Nothing was changed.',
    },
  },
} as const);
