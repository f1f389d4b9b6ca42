import { sentences } from '#src/strings/sentences.ts';

/** Texts of the faults of a simulated CommServe, for the simulation panel. */
export const commServeFaultTexts = sentences({
  'job-unknown': (seconds: number) => `Commvault job unknown for ${seconds} s`,
  'job-waits': (seconds: number) => `Commvault job waits ${seconds} s for a media agent`,
  'job-pending': (seconds: number) => `Commvault job pending for ${seconds} s, then running again`,
  'job-errors': () => 'Commvault job completes with errors',
  'job-never-starts': () => 'Commvault job fails to start',
  'access-denied': () => '200 with error code 5 (access denied)',
  'bare-returns': () => 'Bare carriage returns in the JSON',
  'token-rotated': () => 'Tokens rotated in another tab',
  'no-description': () => 'Task details without the job description',
  'wrong-total': () => 'Wrong total number of VMs',
  'download-beside': () => 'Another user downloads files of the same VM',
});
