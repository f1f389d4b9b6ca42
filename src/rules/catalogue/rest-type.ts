import { doc004, rules } from '../rule.ts';

/** What a request of each kind of restore is called (3s); the rest of document 004 is for its readers. */
export const restTypeRules = rules('rest', [
  {
    id: 'rest.recovery-type.disks',
    kind: 'default',
    field: null,
    when: (_, c) => c.option === 'restoreDisks',
    say: 'recoveryType is “RestoreDisks”.',
    source: [doc004('Example request')],
  },
  {
    id: 'rest.recovery-type.vm',
    kind: 'default',
    field: null,
    when: (_, c) => c.option === 'createVm',
    say: 'recoveryType is “AlternateLocation”.',
    source: [doc004('Restore as another virtual machine')],
  },
  {
    id: 'rest.recovery-type.replace',
    kind: 'info',
    field: null,
    when: (_, c) => c.option === 'replaceDisks',
    say: 'The REST document shows no body for Replace existing.',
    source: [doc004('Next steps')],
    newer: true,
  },
]);
