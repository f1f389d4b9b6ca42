/** Words of the simulation panel. */
export const simulation = {
  title: 'Simulation',
  close: 'Close simulation',
  clock: 'Simulated time',
  pause: 'Pause',
  resume: 'Resume',
  step: 'Step 1 min',
  speed: 'Speed',
  times: (speed: number) => `×${speed}`,
  scenario: 'Scenario',
  scenarioStarts: 'Another scenario begins a new world.',
  faults: 'Faults',
  addFault: 'Add fault',
  noFaults: 'None: every request is answered as Azure would.',
  removeFault: (name: string) => `Remove fault: ${name}`,
  left: (count: number) => `${count} left`,
  always: 'active',
  usedUp: 'used up',
  log: 'Log',
  noRequests: 'No request yet.',
  noAnswer: 'no answer',
  reset: 'Reset world',
  resetHint: (events: number) =>
    events === 1 ? 'Forgets 1 event. The seed stays.' : `Forgets ${events} events. The seed stays.`,
  notDurable: 'This browser forbids storage: a reload begins the world anew.',
  anyRequest: 'every request',
  scenarios: {
    default: {
      name: 'A night at Contoso',
      text: 'Seventeen machines in five vaults, restores running.',
    },
    document: {
      name: 'The documents’ example',
      text: 'testVM with its two recovery points, in June 2018.',
    },
    recorded: {
      name: 'Jobs as recorded',
      text: 'A night at Contoso; jobs report no percentage, no bytes and no estimate.',
    },
    'answer-lost': {
      name: 'Answer lost',
      text: 'The first restore is accepted, and its answer never arrives.',
    },
    'accepted-but-500': {
      name: 'Accepted, but 500',
      text: 'The first restore is accepted, and the answer is a server error.',
    },
    throttled: {
      name: 'Throttled',
      text: 'Azure Resource Graph answers 429 twice: wait 20 seconds.',
    },
    'forbidden-vault': {
      name: 'A vault without rights',
      text: 'Recovery points of rsv-hr-weu answer 403.',
    },
    'job-fails': {
      name: 'A restore that fails',
      text: 'The next restore fails in its second sub-task.',
    },
    'job-stalls': { name: 'A restore that stalls', text: 'The next restore stops moving halfway.' },
    slow: { name: 'A slow Azure', text: 'Every answer takes eight simulated seconds.' },
    'expiring-point': {
      name: 'A point that expires',
      text: 'Ten minutes on, the newest recovery point of testVM is gone.',
    },
    'vanishing-account': {
      name: 'An account that vanishes',
      text: 'Ten minutes on, the storage account testAccount is deleted.',
    },
    'group-deleted': {
      name: 'A group that is deleted',
      text: 'Ten minutes on, targetRG is deleted with the network in it.',
    },
    'vault-without-rights': {
      name: 'A vault that is closed',
      text: 'The vault rsv-hr-weu can be seen, and nothing that is in it.',
    },
    'strict-quota': {
      name: 'A strict quota',
      text: 'More than 15 questions to Azure Resource Graph in 5 seconds are answered by 429.',
    },
    scale: {
      name: 'A very large estate',
      text: 'A hundred thousand machines in two thousand vaults, a million recovery points.',
    },
  },
  effects: {
    latency: (detail: string) => `Slow by ${detail} s`,
    status: (detail: string) => `Answer ${detail}`,
    throttle: (detail: string) => `429 with Retry-After: ${detail}`,
    timeout: (detail: string) => `No answer for ${detail} s`,
    drop: () => 'Connection dropped',
    'expire-page-token': () => 'Page token expired',
    'truncated-json': () => 'Answer cut short',
    'wrong-json': () => 'Answer of another shape',
    'answer-lost': () => 'Answer lost after the work was done',
    'accepted-but-500': () => '500 after the work was done',
    'job-fails': (detail: string) => `Job fails in sub-task ${detail}`,
    'job-stalls': (detail: string) => `Job stalls in sub-task ${detail}`,
  },
};
