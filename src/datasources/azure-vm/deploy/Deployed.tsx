import { useQuery } from '@tanstack/react-query';
import { machineQuery } from '#src/api/queries/targets.ts';
import { machinesAmong } from '#src/datasources/azure-vm/deploy/attempts.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';
import type { Machine } from '#src/model/target.ts';
import { deploy } from '#src/strings/deploy.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { CopyText } from '#src/ui/CopyText.tsx';

const words = deploy.progress;

export interface DeployedProps {
  /** What a deployment created or changed. */
  readonly ids: readonly ResourceId[];
}

/** What a deployment has created, each VM read back from Azure. */
export function Deployed({ ids }: DeployedProps) {
  const { column, plainList } = useCommonStyles();
  const machines = machinesAmong(ids);
  return (
    <div className={column}>
      <span>{words.done}</span>
      {machines.map((id) => (
        <MachineBack key={id} id={id} />
      ))}
      <ul className={plainList} aria-label={words.created}>
        {ids.map((id) => (
          <li key={id}>
            <CopyText label={nameOf(id)} text={id} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function MachineBack({ id }: { readonly id: ResourceId }) {
  const { data } = useQuery(machineQuery(id));
  if (data === undefined) return null;
  return <span role="status">{data === null ? words.machineGone(nameOf(id)) : backOf(data)}</span>;
}

const backOf = ({ name, isRunning, size, zone }: Machine): string =>
  words.readBack(name, [
    ...(isRunning === null ? [] : [isRunning ? words.runs : words.stopped]),
    ...(size === null ? [] : [size]),
    ...(zone === null ? [] : [words.inZone(zone)]),
  ]);
