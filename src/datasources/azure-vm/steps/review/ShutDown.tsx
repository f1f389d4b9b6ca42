import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { GuardedAction } from '#src/actions/action.ts';
import { forgetRecord, openStep, recordOf } from '#src/actions/record.ts';
import { stopStep, telling } from '#src/actions/steps.ts';
import { mayShutDown, SHUT_DOWN_ACTION } from '#src/datasources/azure-vm/facts.ts';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';
import { groupOf } from '#src/datasources/azure-vm/target-reads.ts';
import type { Machine } from '#src/model/machines.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { preflight } from '#src/strings/preflight.ts';
import { Modal } from '#src/ui/dialogs.tsx';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { known } from '#src/wizard/read.ts';

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

/** Whether it was confirmed and has not ended. */
function isUnderWay(id: string): boolean {
  const record = recordOf(id);
  return record !== null && openStep(record) !== undefined;
}

/** Forgets what was done before, of a machine that runs again. */
export function forgetEnded({ draft, reads }: DraftView): void {
  const machine = known(reads.machine) ?? null;
  if (machine === null) return;
  const id = shutDownId({ draftId: draft.id, machine });
  if (!isUnderWay(id)) forgetRecord(id);
}

/** What carries it out: fetched when a person asks for it, or it was confirmed. */
const LazyPanel = lazyPart(
  () => import('#src/actions/ActionPanel.tsx'),
  (code) => code.ActionPanel,
);

const useStyles = makeStyles({
  dialog: {
    width: '100%',
    maxWidth: '720px',
    maxHeight: '100dvh',
    padding: tokens.spacingHorizontalXXL,
    borderRadius: tokens.borderRadiusXLarge,
    overflowWrap: 'anywhere',
  },
  close: { display: 'flex', justifyContent: 'flex-end', marginTop: tokens.spacingVerticalL },
});

interface ShutDownDialogProps {
  readonly view: DraftView;
  /** How often a person opened it. It is open, too, while what was confirmed before hasn’t ended. */
  readonly opened: number;
  readonly onDone: () => void;
  readonly onClosed: () => void;
}

/**
 * Shuts the source down in place: what stops and is lost, its name to type, and how far it is. Its confirmation is of
 * its own, and confirms no replacement.
 */
export function ShutDownDialog({ view, opened, onDone, onClosed }: ShutDownDialogProps) {
  const styles = useStyles();
  const machine = known(view.reads.machine) ?? null;
  if (machine === null || view.shown.option !== 'replaceDisks') return null;
  const wanted = { draftId: view.draft.id, machine };
  if (opened === 0 && !isUnderWay(shutDownId(wanted))) return null;
  const action = shutDownAction(wanted, onDone);
  return (
    <Modal
      // One that was closed goes on with what was confirmed, and opens anew.
      key={`${action.id} ${String(opened)}`}
      name={{ label: action.sentence }}
      isAlert
      className={styles.dialog}
      onClosed={onClosed}
    >
      {(close) => (
        <>
          {mayShutDown(view.reads) === false && (
            <p>{words.mayNot(nameOf(groupOf(machine.id) ?? ''), SHUT_DOWN_ACTION)}</p>
          )}
          <Part what={words.part}>
            <LazyPanel action={action} label={action.sentence} reason={null} onGivenUp={close} />
          </Part>
          <div className={styles.close}>
            <Button onClick={close}>{words.close}</Button>
          </div>
        </>
      )}
    </Modal>
  );
}
