import { Button } from '@fluentui/react-components';
import { useState, useSyncExternalStore } from 'react';
import { forgetRecord, onRecords, openStep, recordOf } from '#src/actions/record.ts';
import {
  type MountedPoint,
  mountedState,
  mounterText,
  openPressOn,
  unmountId,
} from '#src/datasources/azure-vm/files/mounted-by.ts';
import { UnmountDisks } from '#src/datasources/azure-vm/files/UnmountDisks.tsx';
import { now } from '#src/lib/clock.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import { common } from '#src/strings/common.ts';
import { mountedPoints as words } from '#src/strings/files.ts';
import { useCommonStyles, usePartStyles } from '#src/ui/styles.ts';
import { pointText } from '#src/ui/instance-columns.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { Status } from '#src/ui/Status.tsx';
import { draftsHere, draftsVersion, onDraftChange } from '#src/wizard/draft/store.ts';
import { DraftLink } from '#src/wizard/draft/DraftLink.tsx';
import { mountingDraft } from '#src/wizard/sessions.ts';

interface MountedPointsProps {
  readonly points: readonly RecoveryPoint[];
  /** The name of the VM. */
  readonly machine: string;
}

/** The restore points whose disks are mounted, or were when this page was opened. */
export function MountedPoints({ points, machine }: MountedPointsProps) {
  const { plainList } = useCommonStyles();
  const { inset, column } = usePartStyles();
  useSyncExternalStore(onDraftChange, draftsVersion);
  return (
    <section aria-label={words.title} className={`${inset} ${column}`}>
      <SectionHeading level={3}>{words.title}</SectionHeading>
      <ul className={plainList}>
        {points.map((point) => (
          <MountedLine key={point.id} point={point} machine={machine} />
        ))}
      </ul>
    </section>
  );
}

/** A session that this browser didn't start: nothing reports when it started. */
const elsewhere = ({ id }: RecoveryPoint, machine = ''): MountedPoint => ({
  pointId: id,
  machine,
  since: null,
});

interface MountedLineProps extends Pick<MountedPointsProps, 'machine'> {
  readonly point: RecoveryPoint;
}

function MountedLine({ point, machine }: MountedLineProps) {
  const { line, column } = usePartStyles();
  const own = mountingDraft(point.id);
  const state = mountedState(point.isMounted);
  return (
    <li className={column}>
      <div className={line}>
        <span>{pointText(point)}</span>
        <Status tone={state.tone}>{state.text}</Status>
        {own !== null && <DraftLink id={own}>{words.own}</DraftLink>}
        {own === null && point.isMounted === true && (
          <span>{mounterText(openPressOn(point.id, draftsHere(), now()))}</span>
        )}
      </div>
      {own === null && <Unmount point={point} machine={machine} />}
    </li>
  );
}

/** Unmounts a point that another browser, or the portal, has mounted. */
function Unmount({ point, machine }: MountedLineProps) {
  const mounted = elsewhere(point, machine);
  const id = unmountId(mounted);
  const record = useSyncExternalStore(onRecords, () => recordOf(id));
  const [isPlanning, setPlanning] = useState(false);
  const isUnderWay = record !== null && openStep(record) !== undefined;
  const isOver = record !== null && !isUnderWay;
  const start = () => {
    // What was unmounted once and is mounted again can be unmounted again.
    forgetRecord(id);
    setPlanning(true);
  };
  const close = () => {
    if (isOver) forgetRecord(id);
    setPlanning(false);
  };
  if (isPlanning || isUnderWay) {
    return (
      <>
        <UnmountDisks point={mounted} />
        {!isUnderWay && (
          <div>
            <Button onClick={close}>{isOver ? common.close : words.keep}</Button>
          </div>
        )}
      </>
    );
  }
  return point.isMounted === true ? (
    <div>
      <Button
        size="small"
        aria-label={words.ofPoint(words.unmount, pointText(point))}
        onClick={start}
      >
        {words.unmount}
      </Button>
    </div>
  ) : null;
}
