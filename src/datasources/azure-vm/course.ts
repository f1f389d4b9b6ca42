import { meetsItsSource } from '#src/datasources/azure-vm/checks/chosen.ts';
import { chosenPoint, type DraftView } from '#src/datasources/azure-vm/model.ts';
import { isGone } from '#src/datasources/azure-vm/plan.tsx';
import { goesToSecondary } from '#src/datasources/azure-vm/target.ts';
import { vmRules } from '#src/datasources/azure-vm/rules.ts';
import { countText } from '#src/lib/format.ts';
import { ruleNamed } from '#src/rules/engine.ts';
import { course as words } from '#src/strings/course.ts';
import { picture } from '#src/strings/picture.ts';
import type { Reading } from '#src/ui/picture/model.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { wizard } from '#src/strings/wizard.ts';
import { type Course, type CourseStep, ofService, ofYou } from '#src/wizard/course.ts';
import { known } from '#src/wizard/read.ts';

/**
 * The steps of a VM's restore of so many GiB; undefined while its type, or what is restored, isn't known, or it can
 * replace nothing. Pure.
 */
export function vmCourseOf(view: DraftView, sizeGiB: Reading<number>): Course | undefined {
  const machine = known(view.reads.instance)?.friendlyName;
  const { option } = view.shown;
  if (machine === undefined || option === null || chosenPoint(view) === undefined) return undefined;
  const limit = goesToSecondary(view.shown, view.reads) ? undefined : LIMITS[option];
  const untouched = isGone(view) ? undefined : wizard.plan.notTouched(machine);
  switch (option) {
    case 'createVm':
      return {
        steps: [
          ...transferred(view, sizeGiB),
          CREATE,
          ofYou('protect', protectWords(view), words.note.afterJob),
        ],
        limit,
        untouched,
      };
    case 'restoreDisks':
      return {
        steps: [...transferred(view, sizeGiB), ofYou('use', words.useDisks, words.note.afterJob)],
        untouched,
      };
    case 'replaceDisks':
      return isGone(view) ? undefined : replacing(view, { machine, sizeGiB, limit });
  }
}

/** The last step before which Azure cancels (our estimate); of restored disks it isn’t reported. */
const LIMITS = { createVm: 'create', restoreDisks: undefined, replaceDisks: 'update' } as const;

const CREATE = ofService('create', words.createMachine, {
  phase: 'createMachine',
  parts: ['result', 'nic'],
});

const UPDATE = ofService('update', words.updateMachine, {
  note: words.note.detached,
  phase: 'replaceDisks',
  parts: ['result'],
});

/** What moves the data, with the sizes of the disks and what else there is to say of it; before it an archived point is brought back. */
function transferred(
  view: DraftView,
  sizeGiB: Reading<number>,
  more: readonly string[] = [],
): readonly CourseStep[] {
  const size = sizeGiB.is === 'known' ? [picture.gib(countText(sizeGiB.value))] : [];
  const transfer = ofService('transfer', words.transfer, {
    note: [...size, ...more].join(', '),
    parts: ['source', 'point', 'moves'],
  });
  const rehydrate = ofService('rehydrate', words.rehydrate, { phase: 'rehydrate' });
  return chosenPoint(view)?.tier === 'Archive' ? [rehydrate, transfer] : [transfer];
}

/** What a copy needs before it is used: on the network of its source it has the same host name. */
const protectWords = (view: DraftView): string => {
  const meets = meetsItsSource(view);
  return meets === 'running' || meets === 'stopped' ? words.separate : words.setUp;
};

const RUNNING = 'platform.replace.running';

interface Replaced {
  readonly machine: string;
  readonly sizeGiB: Reading<number>;
  readonly limit: string | undefined;
}

function replacing(view: DraftView, { machine, sizeGiB, limit }: Replaced): Course {
  const isOn = known(view.reads.machine)?.isRunning ?? null;
  const state = isOn === null ? 'notKnown' : isOn ? 'toDo' : 'done';
  return {
    steps: [
      {
        ...ofYou(
          'shut-down',
          words.shutDown(machine),
          state === 'done' ? '' : words.note.beforeRestore,
        ),
        state,
        says: sayOf(ruleNamed(vmRules, RUNNING)),
        rule: RUNNING,
        parts: ['power'],
      },
      ...transferred(view, sizeGiB, [words.note.snapshotFirst]),
      UPDATE,
      ofYou('start', words.start(machine), words.note.ifOff),
    ],
    limit,
    away: { machine, isOn, from: 'shut-down', until: 'start' },
  };
}
