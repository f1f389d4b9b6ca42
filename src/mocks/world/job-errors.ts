import type { JobErrorPlan } from '#src/mocks/time/plan.ts';

/** Errors of jobs that a seed or a fault makes fail. Codes are numbers on the wire (azure-contract §8). */
export const jobErrors = {
  /** Text of the code: D (troubleshooting page); its number is a guess (G). */
  snapshotGone: {
    code: 400_229,
    title: 'UserErrorInstantRpNotFound',
    text: 'Restore failed because the snapshot of the recovery point was not found.',
    recommendations: ['Choose a recovery point that is in the vault, and restore again.'],
  },
  /** I: a replace that ended with a warning, and nothing had been restored. */
  olrBackupFailed: {
    code: 400_184,
    title: 'OlrBackupFailed',
    text: 'The backup of the virtual machine before its disks are replaced has failed. The disks were not replaced.',
    recommendations: ['Run a backup of the virtual machine, and when it succeeds restore again.'],
  },
  /** Text only is documented (D); title and number are guesses (G). */
  internal: {
    code: 400_001,
    title: 'UserErrorRestoreFailed',
    text: 'The job did not finish: the service could not complete this step.',
    recommendations: ['Start it again. If it fails again, contact support with the activity id.'],
  },
  /** Document 000, Restore VMs with managed identities, note; title and number are guesses (G). */
  identityElsewhere: {
    code: 400_318,
    title: 'UserErrorManagedIdentityNotSupported',
    text: 'A managed identity cannot be used for a restore in the secondary region.',
    recommendations: ['Restore again without a managed identity.'],
  },
} as const satisfies Record<string, JobErrorPlan>;
