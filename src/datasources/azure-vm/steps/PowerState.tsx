import { Button, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import type { GuardedAction } from '#src/actions/action.ts';
import { forgetRecord, openStep, recordOf } from '#src/actions/record.ts';
import { stopStep, telling } from '#src/actions/steps.ts';
import { powerResult, SHUT_DOWN } from '#src/datasources/azure-vm/checks/azure.ts';
import { useReadAgain } from '#src/datasources/azure-vm/checks/preflight.ts';
import { mayShutDown, SHUT_DOWN_ACTION } from '#src/datasources/azure-vm/facts.ts';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';
import { groupOf } from '#src/datasources/azure-vm/target-reads.ts';
import type { Machine } from '#src/model/machines.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { checks } from '#src/strings/checks.ts';
import { preflight } from '#src/strings/preflight.ts';
import { CommandText } from '#src/ui/code.tsx';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { Status } from '#src/ui/Status.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import { known } from '#src/wizard/reads/read.ts';
import { CHECK_TONES } from '#src/wizard/review/check.ts';

const words = preflight.power;

/** The machine whose disks a draft replaces, and what becomes of its shutting down. */
interface ShutDown {
  readonly draftId: string;
  readonly machine: Pick<Machine, 'id' | 'name'>;
}

/** The action's id: each draft has one of its own for its machine. */
const shutDownId = ({ draftId, machine }: ShutDown): string =>
  `shut-down.${draftId}.${machine.id.toLowerCase()}`;

/**
 * Shuts a machine down before its disks are replaced, which Azure does of no other. `onDone`: called whenever
 * it was read as shut down.
 */
export function shutDownAction(wanted: ShutDown, onDone: () => void): GuardedAction {
  const { id, name } = wanted.machine;
  const sentence = words.shutDown(name);
  return {
    id: shutDownId(wanted),
    sentence,
    plan: {
      created: [],
      changed: [words.changed(name)],
      untouched: [words.untouched(name)],
      lost: [words.memory(name), words.address(name)],
    },
    confirmName: name,
    steps: [{ id: 'stop', title: sentence, ...telling(stopStep(id), onDone) }],
  };
}

/** What carries it out: fetched when a person asks for it, or it was confirmed. */
const LazyPanel = lazyPart(
  () => import('#src/actions/ActionPanel.tsx'),
  (code) => code.ActionPanel,
);

interface PowerStateProps {
  readonly view: DraftView;
}

/**
 * Whether the machine is shut down, as Azure wants it before its disks are replaced, and the way to shut it
 * down: all else can be made ready while it runs. The button that checks stays, so that whoever pressed it
 * keeps the focus. It stands after the form of the step: what it confirms is a form of its own.
 */
export function PowerState({ view }: PowerStateProps) {
  const onCheck = useReadAgain(view);
  const styles = useCommonStyles();
  const result = powerResult(view.reads, onCheck);
  const machine = known(view.reads.machine) ?? null;
  if (result === null) return null;
  return (
    <section
      aria-label={preflight.check.power}
      className={mergeClasses(styles.column, styles.close, styles.anywhere)}
    >
      <div role="status">
        <Status tone={CHECK_TONES[result.state]}>{result.found}</Status>
      </div>
      {machine !== null && (
        <Offer
          key={machine.id}
          view={view}
          wanted={{ draftId: view.draft.id, machine }}
          isRunning={machine.isRunning === true}
          onDone={onCheck}
        />
      )}
      {result.remedies?.map(
        (remedy) =>
          remedy.kind === 'command' && (
            <details key={remedy.label}>
              <summary>{remedy.label}</summary>
              <CommandText label={remedy.label} command={remedy.command} />
            </details>
          ),
      )}
      <Button size="small" onClick={onCheck}>
        {checks.checkAgain}
      </Button>
    </section>
  );
}

interface OfferProps extends PowerStateProps {
  readonly wanted: ShutDown;
  readonly isRunning: boolean;
  readonly onDone: () => void;
}

/** The button that opens the action, and the action, open from the start where it was confirmed and hasn’t ended. */
function Offer({ view, wanted, isRunning, onDone }: OfferProps) {
  const id = shutDownId(wanted);
  const [isOpen, setIsOpen] = useState(() => isUnderWay(id));
  const isAllowed = mayShutDown(view.reads);
  const action = shutDownAction(wanted, onDone);
  return (
    <>
      {isRunning && (
        <Button
          id={SHUT_DOWN}
          size="small"
          aria-expanded={isOpen}
          onClick={() => {
            // It was shut down before, and runs again.
            if (!isOpen && !isUnderWay(id)) forgetRecord(id);
            setIsOpen(!isOpen);
          }}
        >
          {isOpen ? words.close : words.shutDown(wanted.machine.name)}
        </Button>
      )}
      {isRunning && isAllowed === false && (
        <span>{words.mayNot(nameOf(groupOf(wanted.machine.id) ?? ''), SHUT_DOWN_ACTION)}</span>
      )}
      {isOpen && (
        <Part what={words.part}>
          <LazyPanel
            action={action}
            label={action.sentence}
            reason={null}
            onGivenUp={() => setIsOpen(false)}
          />
        </Part>
      )}
    </>
  );
}

/** Whether it was confirmed and has not ended. */
function isUnderWay(id: string): boolean {
  const record = recordOf(id);
  return record !== null && openStep(record) !== undefined;
}
