import { plural } from '#src/lib/wording.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts of the toy datasource, which only tests have. */
export const shelf = sentences({
  title: 'Restore from the toy shelf',
  steps: { datasource: 'Datasource', box: 'Box', review: 'Review + restore' },
  box: {
    label: 'Box',
    point: 'Restore point',
    taken: (time: string) => `Taken ${time}`,
    what: 'the boxes',
    noPoints: 'This box has no restore points.',
    sameVm: (name: string, machine: string) => `${name} is a backup of the VM ${machine}.`,
  },
  review: {
    box: 'Box',
    point: 'Restore point',
    size: 'Size',
    request: 'Request',
    notChosen: 'Not selected',
  },
  plan: {
    nothing: 'Select a box to see the restore plan.',
    sentence: (box: string, point: string) => `The toy shelf restores ${box} as of ${point}.`,
    somePoint: 'a restore point that you select',
    target: 'The box on the toy shelf',
    lost: (time: string) => `Changes made since ${time} are lost.`,
  },
  reason: (issues: number) =>
    plural(
      issues,
      '1 issue keeps Restore from starting.',
      `${issues} issues keep Restore from starting.`,
    ),
  connection: {
    title: 'Toy shelf connection',
    connected: (owner: string) => `Connected as ${owner}.`,
    notTested: 'Not tested.',
    testing: 'Testing the connection.',
    test: 'Test connection',
    what: 'the toy shelf',
  },
} as const);
